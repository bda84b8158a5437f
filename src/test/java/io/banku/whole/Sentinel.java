package io.banku.whole;

import static org.awaitility.Awaitility.await;

import io.banku.embedded.FreePort;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A master, its replica, and a Sentinel that makes the replica master when the master is gone: programs of Redis itself. */
final class Sentinel implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final List<Process> running = new ArrayList<>();
    private final int master;
    private final int sentinel;

    private Sentinel(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.master = FreePort.any();
        this.sentinel = FreePort.any();
    }

    static Sentinel start(Path folder) throws IOException {
        Sentinel started = new Sentinel(folder);
        try {
            started.startAll();
            return started;
        } catch (IOException | RuntimeException | Error failed) {
            started.close();
            throw failed;
        }
    }

    private void startAll() throws IOException {
        int replica = FreePort.any();
        server(master);
        server(replica, "--replicaof", "127.0.0.1", Integer.toString(master));
        Path told = Files.writeString(folder.resolve("sentinel.conf"), """
                bind 127.0.0.1
                port %d
                dir "%s"
                sentinel monitor view 127.0.0.1 %d 1
                sentinel down-after-milliseconds view 1000
                sentinel failover-timeout view 5000
                """.formatted(sentinel, folder, master));
        await().atMost(PATIENCE).until(() -> says(master, "state=online", redis -> redis.info("replication")));
        run("sentinel", "redis-sentinel", told.toString());
        await().atMost(PATIENCE).until(() -> says(sentinel, "slaves=1", redis -> redis.info("sentinel")));
    }

    String uri() {
        return "redis-sentinel://127.0.0.1:" + sentinel + "/0#view";
    }

    /** As by kill -9. */
    void killMaster() {
        running.get(0).destroyForcibly();
    }

    private void server(int port, String... more) throws IOException {
        List<String> command = new ArrayList<>(
                List.of("redis-server", "--bind", "127.0.0.1", "--port", Integer.toString(port), "--save", ""));
        command.addAll(List.of("--dir", folder.toString(), "--repl-diskless-sync-delay", "0"));
        command.addAll(List.of(more));
        run("redis-" + port, command.toArray(String[]::new));
    }

    private void run(String name, String... command) throws IOException {
        running.add(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start());
    }

    private static boolean says(int port, String wanted, Function<RedisCommands<String, String>, String> asked) {
        RedisClient client = RedisClient.create("redis://127.0.0.1:" + port);
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            return asked.apply(connection.sync()).contains(wanted);
        } catch (RedisException notYet) {
            return false;
        } finally {
            client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
        }
    }

    @Override
    public void close() {
        running.forEach(Process::destroyForcibly);
        running.forEach(process -> process.onExit().join());
    }
}
