package io.banku.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoorTest {
    @TempDir
    Path folder;

    @Test
    void aNameThatDoesNotResolveIsTold() {
        assertThat(new Door("no-such-host.invalid", 9092).closed())
                .hasValue("the name no-such-host.invalid does not resolve; is it right, and known to this machine?");
    }

    @Test
    void aPortAtWhichNobodyListensIsTold() {
        assertThat(new Door("127.0.0.1", 1).closed().orElseThrow())
                .startsWith("nothing listens at 127.0.0.1:1 (Connection refused); does the server run");
    }

    @Test
    void aServerThatSpeaksTlsIsKnownByItsAnswer() throws Exception {
        try (ServerSocket server = Certificate.in(folder)
                .context()
                .getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> served = CompletableFuture.runAsync(() -> greet(server, 2));
            Door door = new Door("127.0.0.1", server.getLocalPort());

            assertThat(door.speaksTls()).isTrue();
            assertThat(door.answersInTls("PING\r\n\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                    .isTrue();
            served.join();
        }
    }

    @Test
    void aServerThatSaysSomethingElseDoesNotSpeakTls() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> served = CompletableFuture.runAsync(() -> {
                try (var client = server.accept()) {
                    client.getOutputStream().write("-ERR unknown command\r\n".getBytes());
                } catch (IOException gone) {
                    throw new IllegalStateException(gone);
                }
            });

            assertThat(new Door("127.0.0.1", server.getLocalPort()).speaksTls()).isFalse();
            served.join();
        }
    }

    /** Clients that end a handshake half way are what is tested here. */
    private static void greet(ServerSocket server, int clients) {
        for (int i = 0; i < clients; i++) {
            try (SSLSocket client = (SSLSocket) server.accept()) {
                client.startHandshake();
            } catch (IOException ended) {
                assertThat(ended).isNotNull();
            }
        }
    }
}
