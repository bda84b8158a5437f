package io.banku.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.banku.outside.Certificate;
import io.banku.outside.Door;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Redis behind a plain door and one of TLS, with settings of its own, and a Sentinel where one is asked for. */
public final class GuardedRedis implements AutoCloseable {
    private final Path folder;
    private final List<Process> running = new ArrayList<>();
    private final int plain;
    private final int tls;

    private GuardedRedis(Path folder, Process server, int plain, int tls) {
        this.folder = folder;
        this.running.add(server);
        this.plain = plain;
        this.tls = tls;
    }

    public static GuardedRedis start(Path folder, Certificate certificate, String... more) throws IOException {
        int plain = FreePort.any();
        int tls = FreePort.any();
        List<String> command = new ArrayList<>(List.of(
                RedisProgram.find(folder).toString(),
                "--bind",
                "127.0.0.1",
                "--port",
                Integer.toString(plain),
                "--tls-port",
                Integer.toString(tls),
                "--tls-cert-file",
                certificate.certificate().toString(),
                "--tls-key-file",
                certificate.key().toString(),
                "--tls-ca-cert-file",
                certificate.certificate().toString(),
                "--tls-auth-clients",
                "no",
                "--dir",
                folder.toString(),
                "--save",
                ""));
        command.addAll(List.of(more));
        return new GuardedRedis(folder, run(folder.resolve("redis.log"), plain, command), plain, tls);
    }

    /**
     * Starts a Sentinel that knows the server under the name {@code view}.
     *
     * @return its port
     */
    public int sentinel(String password) throws IOException {
        int port = FreePort.any();
        Path told = Files.writeString(folder.resolve("sentinel.conf"), """
                bind 127.0.0.1
                port %d
                dir "%s"
                sentinel monitor view 127.0.0.1 %d 1
                sentinel auth-pass view %s
                """.formatted(port, folder, plain, password));
        String program = RedisProgram.find(folder).toString();
        running.add(run(folder.resolve("sentinel.log"), port, List.of(program, told.toString(), "--sentinel")));
        return port;
    }

    private static Process run(Path log, int port, List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        await().until(() ->
                !process.isAlive() || new Door("127.0.0.1", port).closed().isEmpty());
        assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
        return process;
    }

    public int plain() {
        return plain;
    }

    public int tls() {
        return tls;
    }

    @Override
    public void close() {
        running.forEach(Process::destroy);
        running.forEach(process -> process.onExit().join());
    }
}
