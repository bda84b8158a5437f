package io.banku.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banku.embedded.GuardedRedis;
import io.banku.outside.Certificate;
import io.banku.outside.Sight;
import io.banku.outside.Sight.Grade;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever keeps us from Redis is said in words, by a real server. */
@Tag("long")
class RedisSightsTest {
    @TempDir
    static Path folder;

    private static GuardedRedis redis;
    private static String host;

    @BeforeAll
    static void aServerWithPasswordsAndTls() throws Exception {
        String settings = "--requirepass secret --maxmemory 100mb --maxmemory-policy allkeys-lru"
                + " --user narrow on >narrow ~banku:* &* +@all -@admin -@dangerous"
                + " --user nothing on >nothing ~x +get";
        redis = GuardedRedis.start(folder, Certificate.in(folder), settings.split(" "));
        host = "@127.0.0.1:" + redis.plain();
    }

    @AfterAll
    static void isGone() {
        redis.close();
    }

    @Test
    void aServerThatLetsUsInIsSeenWithEverythingThatMattersToAView() {
        List<Sight> sights = RedisSights.of("redis://:secret" + host);

        assertThat(sights)
                .extracting(Sight::thing)
                .containsExactly(
                        "Redis at 127.0.0.1:" + redis.plain(), "Redis role", "Redis maxmemory-policy", "Redis memory");
        assertThat(sights).extracting(Sight::grade).containsExactly(Grade.OK, Grade.OK, Grade.FAILED, Grade.OK);
        assertThat(sights.get(0).words()).isEqualTo("answers; version 7.0.15");
        assertThat(sights.get(2).words()).startsWith("BNK-6001 ").contains("found allkeys-lru");
        assertThat(sights.get(3).words()).endsWith(" MB of 100 MB used");
    }

    @Test
    void aUserWhoMayNotAskForSettingsIsWarned() {
        assertThat(RedisSights.of("redis://narrow:narrow" + host))
                .extracting(Sight::grade)
                .containsExactly(Grade.OK, Grade.OK, Grade.WARNING);
        assertThat(RedisSights.of("redis://narrow:narrow" + host).get(2).words())
                .startsWith("BNK-6015 ")
                .contains("expected to be told its settings, found", "maxmemory-policy is noeviction");
    }

    @Test
    void noPasswordAWrongOneAndAUserWhoMayDoNothing() {
        assertThat(fault("redis://127.0.0.1:" + redis.plain()))
                .contains("NOAUTH", "It wants a password: redis://:PASSWORD@host");
        assertThat(fault("redis://:wrong" + host))
                .contains("WRONGPASS", "are user and password in banku.redis.uri right");
        assertThat(fault("redis://nobody:secret" + host)).contains("WRONGPASS");
        assertThat(fault("redis://nothing:nothing" + host)).contains("NOPERM", "ACL SETUSER");
    }

    @Test
    void aDatabaseThatIsNotThere() {
        assertThat(RedisSights.of("redis://:secret" + host + "/99"))
                .singleElement()
                .satisfies(sight ->
                        assertThat(sight.words()).startsWith("BNK-6000 ").contains("a server has 16, 0 to 15"));
        assertThat(fault("redis://:secret" + host + "/99"))
                .contains("DB index is out of range", "a server has 16, 0 to 15");
    }

    @Test
    void theWrongOneOfTlsAndPlain() {
        assertThat(fault("redis://:secret@127.0.0.1:" + redis.tls()))
                .contains("found: it speaks TLS; write rediss:// and not redis://");
        assertThat(fault("rediss://:secret" + host))
                .contains("found: it does not speak TLS; write redis:// and not rediss://");
    }

    @Test
    void aCertificateThatNobodyTrusts() {
        assertThat(fault("rediss://:secret@127.0.0.1:" + redis.tls()))
                .contains("unable to find valid certification path", "javax.net.ssl.trustStore");
    }

    @Test
    void nobodyListensOrTheNameDoesNotResolve() {
        assertThat(fault("redis://127.0.0.1:1")).contains("found: nothing listens at 127.0.0.1:1 (Connection refused)");
        assertThat(fault("redis://redis.invalid:6379")).contains("found: the name redis.invalid does not resolve");
        assertThat(fault("redis-sentinel://127.0.0.1:1,redis.invalid:26379#view"))
                .contains("view of 127.0.0.1:1, redis.invalid:26379", "nothing listens", "does not resolve");
    }

    @Test
    void aNodeOfAClusterThatHoldsOnlySomeOfTheKeys() throws Exception {
        Path other = java.nio.file.Files.createDirectory(folder.resolve("cluster"));
        try (GuardedRedis node = GuardedRedis.start(other, Certificate.in(other), "--cluster-enabled", "yes")) {
            assertThat(fault("redis://127.0.0.1:" + node.plain()))
                    .contains("that holds all keys itself, found a node of a cluster (CLUSTERDOWN");
        }
    }

    private static String fault(String uri) {
        StringBuilder message = new StringBuilder();
        assertThatThrownBy(() -> RedisView.connect(uri))
                .isInstanceOf(ViewException.class)
                .satisfies(failed -> message.append(failed.getMessage()));
        assertThat(message).startsWith("BNK-6000 ").doesNotContain("null");
        return message.toString();
    }
}
