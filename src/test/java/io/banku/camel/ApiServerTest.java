package io.banku.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banku.StartException;
import io.banku.settings.Setting;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiServerTest {
    @TempDir
    Path folder;

    @Test
    void aClientThatWouldChangeToHttp2IsAnsweredWithoutTheChange() throws Exception {
        try (LiveProgram program = LiveProgram.start(folder)) {
            String firstLine = firstLine(
                    URI.create(program.api()),
                    "GET /openapi.yaml HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade, HTTP2-Settings\r\n"
                            + "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r\n\r\n");

            assertThat(firstLine).isEqualTo("HTTP/1.1 200 OK");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"banku.http.port", "banku.management.port"})
    void aPortThatIsTakenIsToldAtTheStart(String setting) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            Setting<?> which = setting.equals("banku.http.port") ? Setting.HTTP_PORT : Setting.MANAGEMENT_PORT;

            assertThatThrownBy(() -> LiveProgram.start(folder, Map.of(which, port)))
                    .isInstanceOf(StartException.class)
                    .hasMessageContaining("127.0.0.1:" + port)
                    .hasMessageContaining(setting);
        }
    }

    private static String firstLine(URI server, String request) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort());
                BufferedReader answer =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return answer.readLine();
        }
    }
}
