package io.banku.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.banku.embedded.EmbeddedRedis;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Redis that is not as a view needs it, or not any more. */
class RedisServerTest {
    @TempDir
    Path folder;

    private EmbeddedRedis redis;
    private RedisClient client;
    private RedisCommands<String, String> commands;

    @BeforeEach
    void aRedisOfItsOwn() {
        redis = EmbeddedRedis.start(folder, 0, false);
        client = RedisClient.create(redis.uri());
        commands = client.connect().sync();
    }

    @AfterEach
    void isGone() {
        client.shutdown();
        redis.close();
    }

    @Test
    void aReplicaIsRefused() {
        commands.replicaof("127.0.0.1", 1);

        assertThatThrownBy(() -> RedisView.connect(redis.uri()))
                .isInstanceOf(ViewException.class)
                .hasMessageStartingWith(
                        "BNK-6012 Redis at 127.0.0.1:" + redis.port() + ": expected a master, found role:slave; ")
                .hasMessageContaining("redis-sentinel://");
        assertThatThrownBy(() -> RedisCommandView.connect(redis.uri())).hasMessageStartingWith("BNK-6012");
    }

    @Test
    void aReplicaThatMayBeWrittenToIsRefusedToo() {
        commands.replicaof("127.0.0.1", 1);
        commands.configSet("replica-read-only", "no");

        assertThatThrownBy(() -> RedisView.connect(redis.uri())).hasMessageStartingWith("BNK-6012");
    }

    @Test
    void aMasterThatBecomesAReplicaIsNotReadFromUntilItIsOneAgain() {
        try (RedisView view = RedisView.connect(redis.uri());
                RedisCommandView deciders = RedisCommandView.connect(redis.uri());
                AccountSlots slots = new AccountSlots(redis.uri(), view::requireMaster)) {
            assertThat(view.position(0)).isZero();

            commands.replicaof("127.0.0.1", 1);

            await().untilAsserted(() -> assertThatThrownBy(view::requireServing).hasMessageStartingWith("BNK-6012"));
            assertThatThrownBy(() -> view.position(0)).hasMessageStartingWith("BNK-6012");
            assertThatThrownBy(() -> view.find(0, List.of("id"))).hasMessageStartingWith("BNK-6012");
            assertThatThrownBy(() -> view.read(0, List.of("4711"))).hasMessageStartingWith("BNK-6012");
            assertThatThrownBy(() -> slots.opsForHash().entries(ViewKeys.account(0, "4711")))
                    .hasMessageStartingWith("BNK-6012");
            await().untilAsserted(() -> assertThatThrownBy(() -> deciders.look(0, List.of(), List.of()))
                    .hasMessageStartingWith("BNK-6012"));

            commands.replicaofNoOne();

            await().untilAsserted(() -> assertThatCode(view::requireServing).doesNotThrowAnyException());
            assertThat(view.position(0)).isZero();
        }
    }

    @Test
    void aServerThatIsFullIsReadFromAndSaysThatItTakesNothing() {
        try (RedisView view = RedisView.connect(redis.uri())) {
            commands.configSet("maxmemory", "1");

            await().untilAsserted(() -> assertThatThrownBy(view::requireServing)
                    .hasMessageStartingWith("BNK-6013 Redis at 127.0.0.1:" + redis.port()
                            + ": expected it to take writes, found: OOM "));
            assertThat(view.position(0)).isZero();
        }
    }

    @Test
    void aWrongPasswordIsTold() {
        commands.configSet("requirepass", "right");
        String wrong = redis.uri().replace("redis://", "redis://:wrong@");

        assertThatThrownBy(() -> RedisView.connect(wrong))
                .hasMessageStartingWith("BNK-6000 expected Redis at 127.0.0.1:" + redis.port() + ", found: WRONGPASS")
                .hasMessageContaining("are user and password in banku.redis.uri right");
        assertThatThrownBy(() -> RedisCommandView.connect(redis.uri()))
                .hasMessageStartingWith("BNK-6000")
                .hasMessageContaining("NOAUTH");
        commands.configSet("requirepass", "");
    }

    @Test
    void aServerWhereConfigIsForbiddenIsServedFrom() {
        commands.dispatch(
                io.lettuce.core.protocol.CommandType.ACL,
                new io.lettuce.core.output.StatusOutput<>(io.lettuce.core.codec.StringCodec.UTF8),
                new io.lettuce.core.protocol.CommandArgs<>(io.lettuce.core.codec.StringCodec.UTF8)
                        .add("SETUSER")
                        .add("app")
                        .add("on")
                        .add(">secret")
                        .add("~*")
                        .add("&*")
                        .add("+@all")
                        .add("-config")
                        .add("-role"));
        RedisURI app = RedisURI.create(redis.uri().replace("redis://", "redis://app:secret@"));

        try (RedisView view = RedisView.connect(app.toURI().toString())) {
            assertThat(view.position(0)).isZero();
            commands.replicaof("127.0.0.1", 1);
            await().untilAsserted(() -> assertThatThrownBy(view::requireServing)
                    .hasMessageStartingWith("BNK-6012")
                    .hasMessageContaining("READONLY"));
        }
    }
}
