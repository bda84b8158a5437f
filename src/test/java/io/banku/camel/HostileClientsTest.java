package io.banku.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes that no good client sends: each is answered by what is wrong with it, and none as if something were wrong here. */
@Tag("long")
class HostileClientsTest {
    @TempDir
    static Path folder;

    private static LiveProgram program;

    @BeforeAll
    static void start() throws Exception {
        program = LiveProgram.start(folder);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "GET /api/v1/view HTTP/1.1; Host: localhost; Host: evil.example | 400 | BNK-7000",
                "GET /api/v1/view HTTP/1.1; Host: localhost; Host: localhost    | 400 | BNK-7000",
                "GET /api/v1/accounts/\u00FC HTTP/1.1; Host: localhost          | 400 | of ASCII alone",
                "GET /api/v1/batches?feed=\u00FC HTTP/1.1; Host: localhost      | 400 | of ASCII alone",
                "GET /api/v1/accounts?prefix=%FF HTTP/1.1; Host: localhost      | 400 | prefix",
                "GET /api/v1/batches?feed=%C0%80 HTTP/1.1; Host: localhost      | 400 | feed",
                "GET /api/v1/accounts/%FF HTTP/1.1; Host: localhost             | 400 | UTF-8",
                "POST /api/v1/accounts HTTP/1.1; Host: localhost; Content-Length: 2; Content-Type: application/json;"
                        + " Expect: wonders | 417 | BNK-7031",
                "CONNECT evil.example:80 HTTP/1.1; Host: localhost              | 404 | BNK-7003",
                "OPTIONS * HTTP/1.1; Host: localhost                            | 204 | Allow: GET, HEAD, OPTIONS, POST",
                "get /api/v1/view HTTP/1.1; Host: localhost                     | 405 | BNK-7004"
            })
    void aHeadIsAnsweredByWhatIsWrongWithIt(String head, int status, String told) throws IOException {
        String answer = raw(head.replace("; ", "\r\n") + "\r\nConnection: close\r\n\r\n", StandardCharsets.ISO_8859_1);

        assertThat(answer).startsWith("HTTP/1.1 " + status + " ").contains(told).doesNotContain("BNK-9000");
    }

    @ParameterizedTest
    @CsvSource({"UTF-16, 400", "UTF-16LE, 400", "UTF-32, 400", "ISO-8859-1, 400", "UTF-8, 201"})
    void aBodyIsReadInUtf8Alone(String encoding, int status) throws IOException {
        Charset charset = Charset.forName(encoding);
        String json = "{\"currency\":\"EUR\",\"holder\":\"M\u00FCller\"}";

        String answer = post("Content-Length: " + json.getBytes(charset).length + "\r\n\r\n", json, charset);

        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
    }

    @Test
    void aByteOrderMarkIsSteppedOver() throws IOException {
        String json = "\uFEFF{\"currency\":\"EUR\"}";

        assertThat(post("Content-Length: 21\r\n\r\n", json, StandardCharsets.UTF_8))
                .startsWith("HTTP/1.1 201 ");
    }

    /** There is nobody to be told: who reads on what such a client sends can be had by what it hides in it. */
    @Test
    void aChunkWithoutASizeEndsTheConnectionAndIsNoFaultOfOurs() throws IOException {
        String answer = post("Transfer-Encoding: chunked\r\n\r\n", "xx\r\n{}\r\n0\r\n\r\n", StandardCharsets.UTF_8);

        assertThat(answer).doesNotContain("BNK-9000", " 201 ", " 202 ");
    }

    @Test
    void requestsThatComeAllAtOnceAreAnsweredInTheirOrder() throws IOException {
        String one = "GET /api/v1/batches/%d HTTP/1.1\r\nHost: localhost\r\n\r\n";

        String answers = raw(
                one.formatted(1) + one.formatted(2)
                        + "GET /api/v1/batches/3 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                StandardCharsets.US_ASCII);

        assertThat(answers).containsSubsequence("/api/v1/batches/1\"", "/api/v1/batches/2\"", "/api/v1/batches/3\"");
    }

    private static String post(String rest, String body, Charset charset) throws IOException {
        String head = "POST /api/v1/accounts HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nIdempotency-Key: k" + System.nanoTime() + "\r\n" + rest;
        URI api = URI.create(program.api());
        try (Socket socket = new Socket(api.getHost(), api.getPort())) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body.getBytes(charset));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String raw(String request, Charset charset) throws IOException {
        URI api = URI.create(program.api());
        try (Socket socket = new Socket(api.getHost(), api.getPort())) {
            socket.getOutputStream().write(request.getBytes(charset));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
