package io.banku.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpEdgeTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ACCOUNT = "0045000218";

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
    @ValueSource(
            strings = {
                "/foo",
                "/index.html",
                "/application.properties",
                "/api/v1",
                "/api/v1/",
                "/api/v1foo",
                "/api/v1/foo",
                "/api/v1/batches/1/2/3",
                "/problems/",
                "/observe/health"
            })
    void anUnknownPathIsAProblem(String path) throws Exception {
        HttpResponse<String> answer = program.get(path);

        assertProblem(answer, Problem.NOT_FOUND, path);
        assertThat(JSON.readTree(answer.body()).get("detail").asText()).contains("expected", "found " + path);
    }

    @Test
    void aReleaseThatHasToNameABatchAndNamesNoneIsAProblemThatNamesIt() throws Exception {
        program.deliver("daily-transactions/TXN.D261120.BIN", "sealed");
        byte[] again = Files.readAllBytes(Path.of("sample-mainframe-files/daily-transactions/TXN.D261120.BIN"));
        program.deliver("TXN.D261126.BIN", again, "held");
        String path = "/api/v1/batches/" + batch("TXN.D261126.BIN").get("id").asText();
        String sealed = batch("TXN.D261120.BIN").get("id").asText();
        assertThat(release(path, "").statusCode()).isEqualTo(202); // the content may be there already
        LiveProgram.await(() -> !JSON.readTree(program.get(path).body())
                .path("conflicts")
                .isEmpty()); // and the number in its header is

        HttpResponse<String> answer = release(path, "");

        assertProblem(answer, Problem.RELEASE_NAMES_NOTHING, path + "/actions");
        assertThat(JSON.readTree(answer.body()).get("detail").asText()).contains(sealed, "found nothing");
        assertThat(release(path, ",\"despite\":\"" + sealed + "\"").statusCode())
                .isEqualTo(202);
        LiveProgram.await(() -> program.get(path).body().contains("\"heldFor\":\"out-of-balance\"")); // by its date
    }

    private static HttpResponse<String> release(String path, String more) {
        String body = "{\"action\":\"release\",\"reason\":\"it is right\"" + more + "}";
        return program.send("POST", path + "/actions", body, "Content-Type", "application/json");
    }

    private static JsonNode batch(String file) throws Exception {
        for (JsonNode batch :
                JSON.readTree(program.get("/api/v1/batches").body()).get("items")) {
            if (batch.get("file").asText().equals(file)) {
                return batch;
            }
        }
        throw new AssertionError("expected a batch of " + file);
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /api/v1/batches,         'GET, HEAD, OPTIONS'",
        "POST,   /api/v1/accounts/4711,   'GET, HEAD, OPTIONS'",
        "GET,    /api/v1/batches/1/actions, 'OPTIONS, POST'",
        "HEAD,   /api/v1/batches/1/actions, 'OPTIONS, POST'",
        "PUT,    /openapi.yaml,           'GET, HEAD, OPTIONS'",
        "PATCH,  /problems/not-found,     'GET, HEAD, OPTIONS'",
        "TRACE,  /api/v1/batches,         'GET, HEAD, OPTIONS'"
    })
    void aMethodThatTheResourceHasNotIsAProblemThatNamesThoseItHas(String method, String path, String allowed)
            throws Exception {
        HttpResponse<String> answer = program.send(method, path, null);

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(header(answer, "Allow")).isEqualTo(allowed);
        if (!method.equals("HEAD")) {
            assertProblem(answer, Problem.METHOD_NOT_ALLOWED, path);
        }
    }

    @Test
    void optionsTellsTheMethods() {
        HttpResponse<String> answer = program.send("OPTIONS", "/api/v1/batches", null);

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(header(answer, "Allow")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void headIsGetWithoutTheBody() {
        HttpResponse<String> got = program.get("/api/v1/batches");

        HttpResponse<String> answer = program.send("HEAD", "/api/v1/batches", null);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(header(answer, "Content-Type")).isEqualTo(header(got, "Content-Type"));
        assertThat(program.get("/api/v1/batches").body()).isEqualTo(got.body());
    }

    @Test
    void headOfNothingIsNotFoundWithoutABody() {
        assertThat(program.send("HEAD", "/api/v1/accounts/none", null).statusCode())
                .isEqualTo(404);
        assertThat(program.send("HEAD", "/none", null).body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
    void aBodyInAnotherFormatIsAProblem(String contentType) throws Exception {
        HttpResponse<String> answer =
                program.send("POST", "/api/v1/batches/1/actions", "action=release", "Content-Type", contentType);

        assertProblem(answer, Problem.UNSUPPORTED_MEDIA_TYPE, "/api/v1/batches/1/actions");
    }

    @Test
    void aContentTypeMayHaveParameters() throws Exception {
        HttpResponse<String> answer = program.send(
                "POST", "/api/v1/batches/1/actions", "{}", "Content-Type", "Application/JSON; charset=utf-8");

        assertProblem(answer, Problem.MALFORMED_REQUEST, "/api/v1/batches/1/actions");
    }

    @Test
    void aBodyThatIsTooLargeIsAProblem() throws Exception {
        String body = "x".repeat(HttpEdge.MOST_BODY_BYTES + 1);

        HttpResponse<String> answer =
                program.send("POST", "/api/v1/batches/1/actions", body, "Content-Type", "application/json");

        assertProblem(answer, Problem.PAYLOAD_TOO_LARGE, "/api/v1/batches/1/actions");
        assertThat(answer.body()).contains("BNK-7007");
    }

    @Test
    void aPathThatIsNoPathIsAProblemToo() throws Exception {
        String answer = raw("GET /api/v1/batches/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .contains("BNK-7000", "two hexadecimal digits")
                .doesNotContain("Exception");
    }

    @Test
    void aQueryThatIsNoneIsAProblemToo() throws Exception {
        String answer = raw("GET /api/v1/batches?state=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .contains("BNK-7000", "path and query")
                .doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8080",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "128.0.0.1",
                ""
            })
    void withoutTokensARequestThatNamesAnotherHostIsRefused(String host) throws Exception {
        for (String path : List.of("/api/v1/batches", "/openapi.yaml", "/none")) {
            String answer = raw("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");

            assertThat(answer)
                    .startsWith("HTTP/1.1 403 ")
                    .contains("BNK-7019", "banku.http.principals")
                    .doesNotContain("evil");
        }
    }

    @Test
    void aHostThatIsNoneIsRefused() throws Exception {
        String answer =
                raw("GET /api/v1/batches HTTP/1.1\r\nHost: localhost@evil.example\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .contains("BNK-7000", "whose one Host")
                .doesNotContain("evil");
    }

    @Test
    void aFirstLineThatIsTooLongIsAProblem() throws Exception {
        String answer = raw("GET /" + "x".repeat(5_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.0 414 ") // the version is in the line that was not read
                .contains(Problems.CONTENT_TYPE, "BNK-7023", "at most 4096 bytes")
                .doesNotContain("bad-request", "xxxx");
    }

    @Test
    void headersThatAreTooLargeAreAProblem() throws Exception {
        String answer = raw("GET /api/v1/batches HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(9_000) + "\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 431 ")
                .contains(Problems.CONTENT_TYPE, "BNK-7024", "at most 8192 bytes")
                .doesNotContain("xxxx");
    }

    @Test
    void whatIsNoHttpAtAllIsAProblem() throws Exception {
        String answer = raw("GET /api/v1/batches HTTP/1.1\r\nHost\r\nX\u0001: 1\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains(Problems.CONTENT_TYPE, "BNK-7000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LocalHost:1", "127.0.0.1:8080", "127.8.9.1", "[::1]", "[::1]:8080"})
    void thisMachineIsNamedInManyWays(String host) throws Exception {
        String answer = raw("GET /api/v1/batches HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "/batches/1/actions | {} | /action, /reason",
                "/batches/1/actions | {\"action\":\"publish\",\"reason\":7,\"to\":\"x\"} | /action, /reason, /to",
                "/batches/1/actions | {\"action\":\"refuse\",\"reason\":\" \",\"by\":\"a\\u0007\"} | /reason, /by",
                "/batches/1/actions | { | ",
                "/view/rebuilds | {\"partition\":[1]} | /partition",
                "/view/rebuilds | {\"partitions\":[]} | /partitions",
                "/view/rebuilds | {\"partitions\":1} | /partitions",
                "/view/rebuilds | {\"partitions\":[0,\"1\",1.5,2,-1,null]} | "
                        + "/partitions/1, /partitions/2, /partitions/3, /partitions/4, /partitions/5",
                "/view/rebuilds | null | "
            })
    void everyFaultOfAnOperatorsWishHasItsPlace(String path, String body, String pointers) throws Exception {
        HttpResponse<String> answer = program.send("POST", "/api/v1" + path, body, "Content-Type", "application/json");

        assertProblem(answer, Problem.MALFORMED_REQUEST, "/api/v1" + path);
        assertThat(JSON.readTree(answer.body()).path("errors").findValuesAsText("pointer"))
                .hasToString("[" + (pointers == null ? "" : pointers) + "]");
    }

    @Test
    void whatIsAnsweredIsNotInHandAnyMore() throws Exception {
        program.get("/api/v1/batches");
        program.get("/api/v1/accounts/none");

        LiveProgram.await(() -> LiveProgram.sendTo(program.management() + "/observe/metrics", "GET", null)
                .body()
                .contains("banku_http_requests 0.0"));
    }

    @Test
    void nothingOfTheRequestComesBack() {
        HttpResponse<String> answer =
                program.get("/api/v1/batches?feed=none", "X-Secret", "hunter2", "Cookie", "session=hunter2");

        assertThat(answer.headers().map().keySet())
                .filteredOn(name -> !name.startsWith(":"))
                .containsExactlyInAnyOrder(
                        "cache-control",
                        "content-length",
                        "content-type",
                        "date",
                        "etag",
                        "vary",
                        "x-content-type-options");
        assertThat(answer.headers().map().toString()).doesNotContain("hunter2", "none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CamelRedis.Command", "camelredis.command", "CAMELREDIS.COMMAND", "Camelredis.Command"})
    void aClientCannotTellCamelWhatToDo(String header) throws Exception {
        program.deliverOnce("branch-deposits/BRANCH0042.TXT", "sealed");
        LiveProgram.await(() -> program.get("/api/v1/accounts/" + ACCOUNT).statusCode() == 200);

        HttpResponse<String> byHeader = program.get("/api/v1/accounts/" + ACCOUNT, header, "DEL", "id", "another");
        HttpResponse<String> byQuery = program.get("/api/v1/accounts/" + ACCOUNT + "?id=another&" + header + "=DEL");

        assertThat(JSON.readTree(byHeader.body()).path("account").asText()).isEqualTo(ACCOUNT);
        assertThat(byQuery.statusCode()).as(byQuery.body()).isEqualTo(400);
        assertThat(program.get("/api/v1/accounts/" + ACCOUNT).statusCode()).isEqualTo(200);
    }

    @Test
    void thereIsNoPageForAProblemThatThereIsNot() throws Exception {
        assertProblem(program.get("/problems/none"), Problem.NOT_FOUND, "/problems/none");
    }

    @Test
    void theContractIsServedAsItIs() throws Exception {
        HttpResponse<String> answer = program.get("/openapi.yaml");

        assertThat(answer.body()).isEqualTo(Files.readString(Path.of("src/main/resources/openapi.yaml")));
        assertThat(header(answer, "Content-Type")).isEqualTo("application/yaml");
    }

    @Test
    void theDocumentOfTheTopicsAndTheSchemasOfTheEventsAreServedAsTheyAre() throws Exception {
        HttpResponse<String> topics = program.get("/asyncapi.yaml");
        assertThat(topics.body()).isEqualTo(Files.readString(Path.of("docs/events/asyncapi.yaml")));
        assertThat(header(topics, "Content-Type")).isEqualTo("application/yaml");

        String schema = Files.readString(Path.of("docs/events/schemas/MoneyDeposited.schema.json"));
        for (String name : List.of("MoneyDeposited.schema.json", "urn:banku:event:MoneyDeposited")) {
            HttpResponse<String> answer = program.get("/schemas/" + name);
            assertThat(answer.body()).isEqualTo(schema);
            assertThat(header(answer, "Content-Type")).isEqualTo("application/schema+json");
        }
        for (String none : List.of("MoneyLent.schema.json", "urn:banku:event:x", "openapi.yaml", "..%2Fopenapi.yaml")) {
            assertThat(program.get("/schemas/" + none).statusCode()).as(none).isEqualTo(404);
        }
    }

    @Test
    void theApiIsNotOnTheManagementPort() {
        assertThat(LiveProgram.sendElsewhere(program.management() + "/api/v1/batches", "GET", null)
                        .statusCode())
                .isEqualTo(404);
    }

    private static void assertProblem(HttpResponse<String> answer, Problem problem, String instance)
            throws IOException {
        assertThat(answer.statusCode()).isEqualTo(problem.status());
        assertThat(header(answer, "Content-Type")).isEqualTo(Problems.CONTENT_TYPE);
        JsonNode body = JSON.readTree(answer.body());
        assertThat(body.get("type").asText()).isEqualTo(problem.type());
        assertThat(body.get("status").asInt()).isEqualTo(problem.status());
        assertThat(body.get("code").asText()).isEqualTo(problem.code());
        assertThat(body.get("instance").asText()).isEqualTo(instance);
        assertThat(body.get("whatToDo").asText()).isEqualTo(problem.whatToDo());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse(null);
    }

    /** What no client library would send. */
    private static String raw(String request) throws IOException {
        URI api = URI.create(program.api());
        try (Socket socket = new Socket(api.getHost(), api.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            InputStream answer = socket.getInputStream();
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
