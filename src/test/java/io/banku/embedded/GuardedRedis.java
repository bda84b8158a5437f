package io.banku.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.banku.outside.Certificate;
import io.banku.outside.Door;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Redis behind a plain door and one of TLS, with settings of its own. */
public final class GuardedRedis implements AutoCloseable {
    private final Process server;
    private final int plain;
    private final int tls;

    private GuardedRedis(Process server, int plain, int tls) {
        this.server = server;
        this.plain = plain;
        this.tls = tls;
    }

    public static GuardedRedis start(Path folder, Certificate certificate, String... more) throws IOException {
        int plain = freePort();
        int tls = freePort();
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
        Process server = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("redis.log").toFile())
                .start();
        await().until(() ->
                !server.isAlive() || new Door("127.0.0.1", plain).closed().isEmpty());
        assertThat(server.isAlive())
                .as(Files.readString(folder.resolve("redis.log")))
                .isTrue();
        return new GuardedRedis(server, plain, tls);
    }

    public int plain() {
        return plain;
    }

    public int tls() {
        return tls;
    }

    @Override
    public void close() {
        server.destroy();
        server.onExit().join();
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
