package io.banku.embedded;

import static io.banku.embedded.RedisConnection.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.api.sync.RedisCommands;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRedisTest {
    @TempDir
    Path directory;

    @Test
    void anAppendOnlyServerKeepsItsDataOverARestart() {
        try (var redis = EmbeddedRedis.start(directory, 0, true)) {
            ask(redis.uri(), commands -> commands.set("balance", "125.00"));
        }

        try (var redis = EmbeddedRedis.start(directory, 0, true)) {
            assertThat(ask(redis.uri(), commands -> commands.get("balance"))).isEqualTo("125.00");
        }
    }

    @Test
    void withoutAppendOnlyARestartForgets() {
        try (var redis = EmbeddedRedis.start(directory, 0, false)) {
            ask(redis.uri(), commands -> commands.set("balance", "125.00"));
        }

        try (var redis = EmbeddedRedis.start(directory, 0, false)) {
            assertThat(ask(redis.uri(), commands -> commands.get("balance"))).isNull();
        }
    }

    @Test
    void neverEvictsKeysAndListensOnLoopbackOnly() {
        try (var redis = EmbeddedRedis.start(directory, 0, false)) {
            assertThat(configuration(redis, "maxmemory-policy")).isEqualTo("noeviction");
            assertThat(configuration(redis, "bind")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void worksInADirectoryWithSpacesAndQuotes() {
        try (var redis = EmbeddedRedis.start(directory.resolve("night's \"run\" 1"), 0, true)) {
            assertThat(ask(redis.uri(), RedisCommands::ping)).isEqualTo("PONG");
        }
    }

    @Test
    void closingTwiceIsClosingOnce() {
        var redis = EmbeddedRedis.start(directory, 0, false);
        redis.close();

        redis.close();

        assertThat(new PidFile(directory).process()).isEmpty();
    }

    @Test
    void aDirectoryInUseIsAnErrorAndLeavesTheFirstServerAlone() {
        try (var redis = EmbeddedRedis.start(directory, 0, false)) {
            assertThatThrownBy(() -> EmbeddedRedis.start(directory, 0, false))
                    .isInstanceOf(EmbeddedServerException.class)
                    .hasMessageContaining("expected " + directory + " to be its own, found it in use");
            assertThat(ask(redis.uri(), RedisCommands::ping)).isEqualTo("PONG");
        }
    }

    @Test
    void aTakenPortIsAnErrorThatNamesItAndGivesTheDirectoryBack() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> EmbeddedRedis.start(directory, taken.getLocalPort(), false))
                    .isInstanceOf(EmbeddedServerException.class)
                    .hasMessageContaining("expected port " + taken.getLocalPort() + " of 127.0.0.1 to be free");
        }
        EmbeddedRedis.start(directory, 0, false).close();
    }

    @Test
    void aServerThatCannotReadItsDataIsAnErrorThatShowsItsLog() throws Exception {
        Path data = Files.createDirectories(directory.resolve("appendonlydir"));
        Files.writeString(data.resolve("appendonly.aof.manifest"), "not a manifest\n");

        assertThatThrownBy(() -> EmbeddedRedis.start(directory, 0, true))
                .isInstanceOf(EmbeddedServerException.class)
                .hasMessageContaining("expected PONG")
                .hasMessageContaining("Invalid AOF manifest file format");
    }

    private static String configuration(EmbeddedRedis redis, String name) {
        return ask(redis.uri(), commands -> commands.configGet(name).get(name));
    }
}
