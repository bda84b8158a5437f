package io.banku.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.banku.settings.Setting;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request wishes for is granted or refused, and never ignored. */
class RequestFormTest {
    private static final String DEPOSITS = "/api/v1/accounts/0000004711/deposits";
    private static final String DEPOSIT = "{\"amount\":\"125.00\",\"currency\":\"EUR\"}";
    private static final String JSON_TYPE = "application/json";
    private static final List<String> POSTS = List.of(
            "/api/v1/accounts",
            DEPOSITS,
            "/api/v1/accounts/1/withdrawals",
            "/api/v1/accounts/1/transfers",
            "/api/v1/batches/1/actions",
            "/api/v1/view/rebuilds");
    private static final List<String> GETS = List.of(
            "/api/v1/accounts/1",
            "/api/v1/accounts/1/commands/00000000-0000-0000-0000-000000000000",
            "/api/v1/batches",
            "/api/v1/batches/1",
            "/api/v1/view");

    @TempDir
    static Path folder;

    private static LiveProgram program;

    @BeforeAll
    static void start() throws Exception {
        program = LiveProgram.start(folder, Map.of(Setting.ROLES, "commands,queries", Setting.HTTP_WAIT, "1s"));
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void aQueryParameterThatAnOperationHasNotIsRefusedWithThoseItHas() throws Exception {
        for (String path : GETS) {
            assertRefused(program.get(path + "?as_of=2026-11-21T12:00Z"), 400, "BNK-7000", "as_of");
        }
        for (String path : POSTS) {
            HttpResponse<String> answer = post(path + "?dry-run=true&wait=1", DEPOSIT);
            assertRefused(answer, 400, "BNK-7000", "dry-run");
            assertThat(faults(answer).findValuesAsText("parameter")).containsExactlyInAnyOrder("dry-run", "wait");
        }
        assertThat(program.get("/api/v1/accounts/1?as_of=now").body())
                .contains("expected one of the query parameters asOf, found another");
        assertThat(program.get("/api/v1/batches?status=held").body()).contains("query parameters state, feed");
        assertThat(program.get("/api/v1/view?x").body()).contains("expected no query parameter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?AsOf=2026-11-21T12:00Z",
                "?asOf%20=2026-11-21T12:00Z",
                "?=1",
                "?asOf=1&asOf=2",
                "?%61sOf=1&asOf=1"
            })
    void aNameThatIsNearlyOneOrComesTwiceIsRefusedToo(String query) throws Exception {
        assertRefused(program.get("/api/v1/accounts/1" + query), 400, "BNK-7000", "parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "?asOf=2026-11-21T12:00Z", "?%61sOf=2026-11-21T12:00Z"})
    void whatTheContractNamesIsRead(String query) {
        assertThat(program.get("/api/v1/accounts/1" + query).statusCode()).isEqualTo(404);
    }

    @Test
    void nothingIsPostedUnderACondition() throws Exception {
        for (String path : POSTS) {
            for (String condition : List.of("If-Match", "If-None-Match", "If-Unmodified-Since")) {
                HttpResponse<String> answer = post(path, DEPOSIT, condition, "\"7\"");
                assertRefused(answer, 400, "BNK-7026", condition);
            }
        }
        assertThat(post(DEPOSITS, DEPOSIT, "If-Modified-Since", "Sat, 21 Nov 2026 12:00:00 GMT")
                        .statusCode())
                .as("RFC 9110, 13.1.3: only for GET and HEAD")
                .isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON; charset=utf-8",
                "*/*",
                "text/html, */*;q=0.1",
                "application/*",
                "text/html, application/json;q=0.001",
                "application/*;q=0, application/json",
                "text/html;x=\",\", application/json",
                "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
                "",
            })
    void whoeverAcceptsJsonIsAnswered(String accept) {
        assertThat(post(DEPOSITS, DEPOSIT, "Accept", accept).statusCode()).isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/xml",
                "text/*",
                "application/json;q=0",
                "application/json;q=0.000, */*",
                "application/*;q=0, */*;q=0.5",
                "application/problem+json",
                "json",
                "text/html;x=\",application/json\""
            })
    void whoeverDoesNotAcceptJsonIsRefusedBeforeAnythingIsDone(String accept) throws Exception {
        assertRefused(post(DEPOSITS, DEPOSIT, "Accept", accept), 406, "BNK-7027", "accepts application/json");
        assertRefused(program.get("/api/v1/batches", "Accept", accept), 406, "BNK-7027", "accepts");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/json                      | 202
            application/json; charset=UTF-8       | 202
            application/json; charset="utf-8"     | 202
            application/json; charset=iso-8859-1  | 415
            application/json; charset="utf-16"    | 415
            application/json; charset=            | 415
            application/json; x="; charset=utf-16"| 202
            application/merge-patch+json          | 415
            application/json, text/plain          | 415
            """)
    void aBodyIsJsonInUtf8(String contentType, int status) {
        HttpResponse<String> answer = program.send(
                "POST",
                DEPOSITS,
                DEPOSIT,
                "Content-Type",
                contentType,
                "Idempotency-Key",
                key(),
                "Prefer",
                "respond-async");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    @Test
    void aBodyThatIsPackedOrOfTwoTypesIsRefused() throws Exception {
        assertRefused(post(DEPOSITS, DEPOSIT, "Content-Encoding", "gzip"), 415, "BNK-7008", "Content-Encoding");
        assertRefused(post(DEPOSITS, DEPOSIT, "Content-Type", "text/plain"), 415, "BNK-7008", "found several");
        assertThat(post(DEPOSITS, DEPOSIT, "Content-Encoding", "identity").statusCode())
                .isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/accounts/",
                "/api/v1/accounts/0000004711/deposits/",
                "/api/v1/batches/",
                "/api/v1/accounts/4711%2Fdeposits",
                "/API/v1/batches"
            })
    void aPathThatIsOnlyNearlyOneIsNone(String path) throws Exception {
        assertThat(post(path, DEPOSIT).statusCode()).as(path).isIn(404, 405);
    }

    /** What stands before and what stands behind the edge must see the same account. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/accounts/4711/../0000004712/deposits",
                "/api/v1/accounts/4711/%2e%2e/0000004712/deposits",
                "/api/v1/./accounts/0000004712/deposits",
                "//api/v1/accounts/0000004712/deposits",
                "/api/v1/accounts/%30000004712/deposits"
            })
    void aPathWithStepsNamesOneAccountOrNone(String path) throws Exception {
        String answer = raw("POST " + path
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nPrefer: respond-async\r\n"
                + "Idempotency-Key: steps\r\nContent-Type: application/json\r\nContent-Length: " + DEPOSIT.length()
                + "\r\n\r\n" + DEPOSIT);

        assertThat(answer)
                .satisfiesAnyOf(
                        queued -> assertThat(queued).startsWith("HTTP/1.1 202 ").contains("\"account\":\"0000004712\""),
                        refused -> assertThat(refused).matches("(?s)HTTP/1.1 4\\d\\d .*"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: localhost\r\nHost: localhost\r\n",
                "Host: localhost\r\nHost: evil.example\r\n",
                "Host: localhost\r\nContent-Length: 2\r\nContent-Length: 41\r\n",
                "Host: localhost\r\nTransfer-Encoding: gzip\r\n",
                ""
            })
    void whatTwoReadersCouldReadInTwoWaysIsRefused(String headers) throws Exception {
        String answer = raw("POST " + DEPOSITS + " HTTP/1.1\r\n" + headers
                + "Connection: close\r\nPrefer: respond-async\r\nIdempotency-Key: twice\r\n"
                + "Content-Type: application/json\r\n\r\n{}");

        assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d .*");
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String code, String said)
            throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode body = new ObjectMapper().readTree(answer.body());
        assertThat(body.get("code").asText()).isEqualTo(code);
        assertThat(body.get("detail").asText()).contains(said);
    }

    private static JsonNode faults(HttpResponse<String> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body()).get("errors");
    }

    private static HttpResponse<String> post(String path, String body, String... more) {
        String[] headers = new String[6 + more.length];
        System.arraycopy(
                new String[] {"Content-Type", JSON_TYPE, "Idempotency-Key", key(), "Prefer", "respond-async"},
                0,
                headers,
                0,
                6);
        System.arraycopy(more, 0, headers, 6, more.length);
        return program.send("POST", path, body, headers);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static String raw(String request) throws IOException {
        URI api = URI.create(program.api());
        try (Socket socket = new Socket(api.getHost(), api.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
