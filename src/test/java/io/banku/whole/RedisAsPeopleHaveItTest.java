package io.banku.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.banku.Banku;
import io.banku.embedded.GuardedRedis;
import io.banku.outside.Certificate;
import io.banku.settings.Setting;
import io.banku.view.ViewException;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program on a Redis that is a replica, or wants a password, or TLS, or tells none of its settings. */
@Tag("long")
class RedisAsPeopleHaveItTest {
    private static final String TRUSTED = "javax.net.ssl.trustStore";
    private static final String ITS_PASSWORD = "javax.net.ssl.trustStorePassword";
    private static final String ACCOUNT = "/api/v1/accounts/WEB-1";

    @TempDir
    static Path folder;

    private static Servers servers;
    private static Certificate certificate;
    private static GuardedRedis redis;

    @BeforeAll
    static void aServerWithPasswordsAndTls() throws Exception {
        servers = Servers.start(folder.resolve("servers"));
        certificate = Certificate.in(Files.createDirectory(folder.resolve("redis")));
        redis = GuardedRedis.start(
                folder.resolve("redis"),
                certificate,
                ("--requirepass secret --user bridge on >of-banku ~banku:* &* +@all -@admin -@dangerous +role")
                        .split(" "));
    }

    @AfterEach
    void nothingMoreIsTrusted() {
        System.clearProperty(TRUSTED);
        System.clearProperty(ITS_PASSWORD);
    }

    @AfterAll
    static void isGone() {
        redis.close();
        servers.close();
    }

    @Test
    void aReplicaIsRefusedAtTheStart() throws Exception {
        Path other = Files.createDirectory(folder.resolve("replica"));
        try (GuardedRedis replica = GuardedRedis.start(other, certificate, "--replicaof", "127.0.0.1", "1")) {
            assertThat(refusal("redis://127.0.0.1:" + replica.plain()))
                    .startsWith("BNK-6012 Redis at 127.0.0.1:" + replica.plain() + ": expected a master, found role:")
                    .contains("point banku.redis.uri at the master");
        }
    }

    @Test
    void aPasswordThatIsWrongOrLacksIsToldAtTheStart() {
        assertThat(refusal("redis://127.0.0.1:" + redis.plain()))
                .startsWith("BNK-6000 ")
                .contains("NOAUTH", "It wants a password: redis://:PASSWORD@host");
        assertThat(refusal("redis://bridge:guessed@127.0.0.1:" + redis.plain()))
                .startsWith("BNK-6000 ")
                .contains("WRONGPASS", "are user and password in banku.redis.uri right")
                .doesNotContain("guessed");
    }

    @Test
    void aCertificateThatNobodyTrustsIsToldAtTheStart() throws Exception {
        String uri = "rediss://bridge:of-banku@127.0.0.1:" + redis.tls();
        assertThat(refusal(uri))
                .startsWith("BNK-6000 expected Redis at 127.0.0.1:" + redis.tls())
                .contains("unable to find valid certification path", "JAVA_OPTS='-Djavax.net.ssl.trustStore=FILE ");

        System.setProperty(TRUSTED, certificate.trusting().toString());
        assertThat(refusal(uri))
                .contains("no certificate can be read from the store", "trustAnchors", ITS_PASSWORD + "?");
        System.setProperty(TRUSTED, certificate.trusting().toString()); // written anew, as Java keeps what it has read
        System.setProperty(ITS_PASSWORD, "guessed");
        assertThat(refusal(uri))
                .contains("no certificate can be read from the store", "X509TrustManager", ITS_PASSWORD + "?");
    }

    /** By TLS, as a user who may not ask for settings; then the master is made a replica while the program runs. */
    @Test
    void itRunsWithATrustedCertificateAndNoMoreRightsThanItNeedsUntilTheMasterIsDemoted() throws Exception {
        System.setProperty(TRUSTED, certificate.trusting().toString());
        System.setProperty(ITS_PASSWORD, Certificate.PASSWORD);
        String uri = "rediss://bridge:of-banku@127.0.0.1:" + redis.tls();
        RedisURI admins = RedisURI.create("redis://:secret@127.0.0.1:" + redis.plain());
        RedisClient client = RedisClient.create(admins);
        try (RunningBanku banku = RunningBanku.start(servers, Map.of(Setting.REDIS_URI, uri));
                StatefulRedisConnection<String, String> admin = client.connect()) {
            assertThat(command(banku, "", "{\"account\":\"WEB-1\",\"currency\":\"EUR\"}"))
                    .isEqualTo(201);
            assertThat(command(banku, "/WEB-1/deposits", "{\"amount\":\"70.00\",\"currency\":\"EUR\"}"))
                    .isEqualTo(201);
            assertThat(banku.get(ACCOUNT).response().body()).contains("\"70.00\"");
            await().until(() -> ready(banku).status() == 200);

            admin.sync().replicaof("127.0.0.1", 1);

            await().untilAsserted(() -> {
                assertThat(banku.get(ACCOUNT).status())
                        .as("not what is long past")
                        .isEqualTo(503);
                assertThat(banku.get("/api/v1/accounts/NOBODY").status())
                        .as("not 404")
                        .isEqualTo(503);
                assertThat(ready(banku).status()).isEqualTo(503);
                assertThat(ready(banku).response().body()).contains("BNK-6012 Redis at ");
            });

            admin.sync().replicaofNoOne();

            await().until(() -> banku.get(ACCOUNT).status() == 200);
            await().until(() -> ready(banku).status() == 200);
        } finally {
            client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
        }
    }

    private static String refusal(String uri) {
        ViewException refused = catchThrowableOfType(
                ViewException.class,
                () -> Banku.start(servers.settings(Map.of(Setting.REDIS_URI, uri)))
                        .close());
        assertThat(refused).as("started with " + uri).isNotNull();
        return refused.getMessage();
    }

    private static int command(RunningBanku banku, String path, String json) {
        return banku.command("/api/v1/accounts" + path, "k" + json.hashCode(), json)
                .status();
    }

    private static Answer ready(RunningBanku banku) {
        return banku.getFromManagement("/observe/health/ready");
    }
}
