package io.banku.embedded;

import static io.banku.embedded.RedisConnection.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the server when the process that started it is killed. */
class WatchdogTest {
    @TempDir
    Path directory;

    private Process holder;
    private String uri;
    private ProcessHandle server;

    @BeforeEach
    void aProcessHoldsAnEmbeddedRedis() throws IOException {
        holder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RedisHolder.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        uri = new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8)).readLine();
        server = new PidFile(directory).process().orElseThrow();
    }

    @AfterEach
    void nothingIsLeft() {
        holder.destroyForcibly();
        server.destroyForcibly();
    }

    @Test
    void aKilledProcessTakesItsServerWithIt() throws Exception {
        holder.destroyForcibly();

        await().until(() -> !PidFile.isAlive(server));
    }

    @Test
    void alsoWhenItsDirectoryIsGone() throws Exception {
        Files.delete(new PidFile(directory).path());

        holder.destroyForcibly();

        await().until(() -> !PidFile.isAlive(server));
    }

    @Test
    void theNextServerOfItsDirectoryIsNotItsBusiness() throws Exception {
        ProcessHandle watchdog = ProcessHandle.of(holder.pid())
                .orElseThrow()
                .children()
                .findFirst()
                .orElseThrow();
        server.destroy();
        await().until(() -> !PidFile.isAlive(server));
        Files.writeString(
                new PidFile(directory).path(),
                Long.toString(ProcessHandle.current().pid()));

        holder.destroyForcibly();

        await().until(() -> !PidFile.isAlive(watchdog)); // and we are still here
    }

    @Test
    void aServerThatLostItsWatchdogTooIsEndedByTheNextStartOnItsDirectoryAndItsDataKept() throws Exception {
        ask(uri, commands -> commands.set("balance", "125.00"));
        ProcessHandle watchdog = ProcessHandle.of(holder.pid())
                .orElseThrow()
                .children()
                .findFirst()
                .orElseThrow();
        watchdog.destroyForcibly();
        await().until(() -> !PidFile.isAlive(watchdog));
        holder.destroyForcibly().waitFor();
        assertThat(PidFile.isAlive(server)).as("the server is an orphan now").isTrue();

        try (var redis = EmbeddedRedis.start(directory, 0, true)) {
            assertThat(PidFile.isAlive(server)).isFalse();
            assertThat(ask(redis.uri(), commands -> commands.get("balance"))).isEqualTo("125.00");
        }
    }
}
