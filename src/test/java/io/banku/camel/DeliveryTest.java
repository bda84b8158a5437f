package io.banku.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients and what stands between (RFC 9110, RFC 9111) expect of every answer. */
class DeliveryTest {
    private static final String ACCOUNTS = "/api/v1/accounts";

    @TempDir
    static Path folder;

    private static LiveProgram program;

    @BeforeAll
    static void start() throws Exception {
        program = LiveProgram.start(folder);
        for (String account : List.of("A-1", "A-2", "A-3")) {
            command(ACCOUNTS, "{\"account\":\"" + account + "\",\"currency\":\"EUR\"}");
        }
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void whoHasAnAccountIsToldSoAndWhereTheViewStands() {
        HttpResponse<String> first = account("A-1");
        String tag = header(first, "ETag");

        HttpResponse<String> again = account("A-1", "If-None-Match", tag);

        assertThat(tag).startsWith("W/\"");
        assertThat(header(first, "Cache-Control")).isEqualTo("no-cache");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "ETag")).isEqualTo(tag);
        assertThat(header(again, "Content-Type")).isNull();
        assertThat(header(again, "Banku-Position")).matches("[01]:[0-9]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "TAG", "W/TAG", "\"a,b\", W/\"\" , TAG", "\"x\",W/TAG"})
    void aListOfTagsNamesItToo(String list) {
        String opaque = header(account("A-1"), "ETag").substring("W/".length());

        assertThat(account("A-1", "If-None-Match", list.replace("TAG", opaque)).statusCode())
                .isEqualTo(304);
        assertThat(account("A-1", "If-None-Match", "\"x\"", "If-None-Match", opaque)
                        .statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\"", "W/\"\"", "", "no tag", "\"*\""})
    void anotherTagIsAnsweredInFull(String list) {
        assertThat(account("A-1", "If-None-Match", list).statusCode()).isEqualTo(200);
    }

    @Test
    void aTagChangesWithItsAccountAndWithNoOther() {
        String before = header(account("A-2"), "ETag");

        for (String other : List.of("A-1", "A-3")) {
            command(ACCOUNTS + "/" + other + "/deposits", "{\"amount\":\"1.00\",\"currency\":\"EUR\"}");
        }
        HttpResponse<String> unmoved = account("A-2");
        HttpResponse<String> moved = command(ACCOUNTS + "/A-2/deposits", "{\"amount\":\"1.00\",\"currency\":\"EUR\"}");

        assertThat(header(unmoved, "ETag")).isEqualTo(before);
        HttpResponse<String> after = account(
                "A-2",
                "If-None-Match",
                before,
                "Banku-Min-Position",
                header(moved, "Banku-Position"),
                "Prefer",
                "wait=9");
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(header(after, "ETag")).isNotEqualTo(before);
    }

    @Test
    void anAccountOfThePastHasATagOfItsOwn() {
        String path = ACCOUNTS + "/A-1?asOf=" + Instant.now();
        HttpResponse<String> past = program.get(path);

        assertThat(past.statusCode()).as(past.body()).isEqualTo(200);
        assertThat(header(past, "ETag")).startsWith("W/\"").isNotEqualTo(header(account("A-1"), "ETag"));
        assertThat(program.get(path, "If-None-Match", header(past, "ETag")).statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/batches", "/api/v1/view", "/openapi.yaml", "/problems/not-found"})
    void whateverIsReadHasATag(String path) {
        HttpResponse<String> first = program.get(path);

        assertThat(header(first, "ETag")).startsWith("W/\"");
        assertThat(program.get(path, "If-None-Match", "*").statusCode()).isEqualTo(304);
        HttpResponse<String> head = program.send("HEAD", path, null, "If-None-Match", "*");
        assertThat(head.statusCode()).isEqualTo(304);
    }

    @Test
    void whatIsNotReadHasNone() {
        HttpResponse<String> done = command(ACCOUNTS + "/A-1/deposits", "{\"amount\":\"1.00\",\"currency\":\"EUR\"}");
        HttpResponse<String> queued = command(
                ACCOUNTS + "/A-3/deposits", "{\"amount\":\"1.00\",\"currency\":\"EUR\"}", "Prefer", "respond-async");

        for (HttpResponse<String> answer : List.of(done, queued, account("none", "If-None-Match", "*"))) {
            assertThat(header(answer, "ETag")).isNull();
            assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        }
        assertThat(List.of(done.statusCode(), queued.statusCode())).containsExactly(201, 202);
    }

    /** The tags are weak, and in the strong sense that it asks for none of them is ever the same. */
    @Test
    void aReadingUnderIfMatchIsRefusedRatherThanDoneWithoutIt() {
        HttpResponse<String> answer = account("A-1", "If-Match", header(account("A-1"), "ETag"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("BNK-7026", "If-Match");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET     | /api/v1/accounts/A-1        | 200",
                "GET     | /api/v1/accounts/none       | 404",
                "GET     | /none                       | 404",
                "GET     | /problems/none              | 404",
                "HEAD    | /api/v1/batches             | 200",
                "DELETE  | /api/v1/batches             | 405",
                "OPTIONS | /api/v1/batches             | 204",
                "GET     | /api/v1/batches?limit=0     | 400",
                "POST    | /api/v1/accounts            | 415",
                "GET     | /openapi.yaml               | 200"
            })
    void everyAnswerHasItsDate(String method, String path, int status) {
        HttpResponse<String> answer = program.send(method, path, null);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(date(header(answer, "Date"))).isBetween(Instant.now().minusSeconds(60), Instant.now());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET / HTTP/1.1; Host: a b                   | 400",
                "GET / HTTP/1.1; Host: localhost; X : 1; : 2 | 400",
                "GET /%zz HTTP/1.1; Host: localhost          | 400",
                "GET /none HTTP/1.1; Host: evil.example      | 403",
                "GET /none HTTP/1.0; Host: localhost         | 404"
            })
    void evenOneWhoseRequestIsNone(String lines, int status) throws IOException {
        String answer = raw(lines.replace("; ", "\r\n") + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.").contains(" " + status + " ");
        assertThat(answer.toLowerCase(java.util.Locale.ROOT)).containsPattern("\r\ndate: [a-z]{3}, \\d\\d [a-z]{3} ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate, GZIP;q=0.5", "x-gzip", "*", "br;q=1, *;q=0.1"})
    void whatIsLongIsPackedForWhoTakesIt(String coding) throws Exception {
        HttpResponse<byte[]> packed = bytes("GET", "/openapi.yaml", coding);
        HttpResponse<byte[]> plain = bytes("GET", "/openapi.yaml", "identity");
        HttpResponse<byte[]> head = bytes("HEAD", "/openapi.yaml", coding);

        assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
        assertThat(unpacked(packed.body())).isEqualTo(plain.body());
        assertThat(packed.body()).hasSizeLessThan(plain.body().length / 2);
        assertThat(header(packed, "ETag")).isEqualTo(header(plain, "ETag"));
        assertThat(header(packed, "Vary")).isEqualTo("Accept-Encoding").isEqualTo(header(plain, "Vary"));
        assertThat(header(head, "Content-Length")).isEqualTo(Integer.toString(packed.body().length));
        assertThat(header(head, "Content-Encoding")).isEqualTo("gzip");
        assertThat(head.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip;q=0", "br", "*, gzip; q=0.000", "", "*;q=0"})
    void andForNobodyElse(String coding) throws Exception {
        HttpResponse<byte[]> plain = bytes("GET", "/openapi.yaml", coding);

        assertThat(header(plain, "Content-Encoding")).isNull();
        assertThat(new String(plain.body(), StandardCharsets.UTF_8)).startsWith("openapi: ");
    }

    private static HttpResponse<String> account(String id, String... headers) {
        return program.get(ACCOUNTS + "/" + id, headers);
    }

    private static HttpResponse<String> command(String path, String json, String... more) {
        String[] headers = {
            "Content-Type",
            "application/json",
            "Idempotency-Key",
            "k" + System.nanoTime(),
            "Prefer",
            "return=representation"
        };
        String[] all = java.util.stream.Stream.of(headers, more)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new);
        return program.send("POST", path, json, all);
    }

    private static HttpResponse<byte[]> bytes(String method, String path, String coding) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(program.api() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Accept-Encoding", coding)
                .timeout(Duration.ofSeconds(30))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (InputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return gzip.readAllBytes();
        }
    }

    private static Instant date(String header) {
        return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header));
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse(null);
    }

    private static String raw(String request) throws IOException {
        URI api = URI.create(program.api());
        try (Socket socket = new Socket(api.getHost(), api.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
