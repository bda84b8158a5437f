package io.banku.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.banku.account.AccountId;
import io.banku.settings.Setting;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands up to the log: nothing projects here, so that none of them has an outcome. */
class CommandIntakeTest {
    private static final String DEPOSITS = "/api/v1/accounts/0000004711/deposits";
    private static final String JSON_TYPE = "application/json";

    @TempDir
    static Path folder;

    private static LiveProgram program;

    @BeforeAll
    static void start() throws Exception {
        program = LiveProgram.start(
                folder,
                Map.of(
                        Setting.ROLES, "commands,queries",
                        Setting.HTTP_WAIT, "1s",
                        Setting.PARTITIONS, "2",
                        Setting.HTTP_ACCOUNTS, "*, !00????????"));
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void whatIsAppendedButNotDecidedIsQueued() throws Exception {
        HttpResponse<String> answer = post(DEPOSITS, "{\"amount\":\"125.00\",\"currency\":\"EUR\"}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        JsonNode body = new ObjectMapper().readTree(answer.body());
        assertThat(body.get("state").asText()).isEqualTo("queued");
        assertThat(answer.headers().firstValue("Location"))
                .contains("/api/v1/accounts/0000004711/commands/"
                        + body.get("commandId").asText());
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(answer.headers().firstValue("Preference-Applied")).isEmpty();
    }

    @Test
    void whoeverPrefersNotToWaitIsToldSo() {
        HttpResponse<String> answer =
                post(DEPOSITS, "{\"amount\":\"125.00\",\"currency\":\"EUR\"}", "Prefer", "respond-async, wait=100");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Preference-Applied")).contains("respond-async");
    }

    @Test
    void aRetryIsTheSameCommandAndAnotherKeyAnother() throws Exception {
        String body = "{\"currency\":\"EUR\"}";

        JsonNode first = opened("k-1", body);
        JsonNode again = opened("k-1", "{ \"currency\" : \"EUR\" }");
        JsonNode other = opened("k-2", body);

        assertThat(again).isEqualTo(first);
        assertThat(other.get("commandId")).isNotEqualTo(first.get("commandId"));
        assertThat(first.get("account")).isEqualTo(first.get("commandId"));
    }

    @Test
    void anIdIsTheSameHoweverThePathIsEscaped() throws Exception {
        String body = "{\"amount\":\"1.00\",\"currency\":\"EUR\"}";

        HttpResponse<String> plain = post(DEPOSITS, body, "Idempotency-Key", "k-3");
        HttpResponse<String> escaped = post("/api/v1/accounts/%30000004711/deposits", body, "Idempotency-Key", "k-3");

        assertThat(escaped.body()).isEqualTo(plain.body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"amount\":125,\"currency\":\"EUR\"}         | /amount   | a JSON string   | the number 125",
                "{\"amount\":125.00,\"currency\":\"EUR\"}       | /amount   | a JSON string   | the number 125.00",
                "{\"amount\":\"125\",\"currency\":\"EUR\"}     | /amount   | exactly 2 dec   | \"125\"",
                "{\"amount\":\"125.0\",\"currency\":\"EUR\"}   | /amount   | exactly 2 dec   | \"125.0\"",
                "{\"amount\":\"125.000\",\"currency\":\"EUR\"} | /amount   | exactly 2 dec   | \"125.000\"",
                "{\"amount\":\"125.00\",\"currency\":\"JPY\"}  | /amount   | exactly 0 dec   | \"125.00\"",
                "{\"amount\":\"-1.00\",\"currency\":\"EUR\"}   | /amount   | positive        | \"-1.00\"",
                "{\"amount\":\"+1.00\",\"currency\":\"EUR\"}   | /amount   | positive        | \"+1.00\"",
                "{\"amount\":\"0.00\",\"currency\":\"EUR\"}    | /amount   | positive        | \"0.00\"",
                "{\"amount\":\"1,00\",\"currency\":\"EUR\"}    | /amount   | exactly 2 dec   | \"1,00\"",
                "{\"amount\":\"1e2\",\"currency\":\"EUR\"}     | /amount   | exactly 2 dec   | \"1e2\"",
                "{\"amount\":\" 1.00\",\"currency\":\"EUR\"}   | /amount   | exactly 2 dec   | \" 1.00\"",
                "{\"amount\":\"٣.٠٠\",\"currency\":\"EUR\"}    | /amount   | exactly 2 dec   | \"٣.٠٠\"",
                "{\"amount\":\"90071992547409.93\",\"currency\":\"EUR\"}    | /amount | at most 10000000000000.00 | 409.93",
                "{\"amount\":\"92233720368547758.08\",\"currency\":\"EUR\"} | /amount | at most 10000000000000.00 | 758.08",
                "{\"amount\":null,\"currency\":\"EUR\"}        | /amount   | a JSON string   | null",
                "{\"amount\":{},\"currency\":\"EUR\"}          | /amount   | a JSON string   | an empty object",
                "{\"currency\":\"EUR\"}                        | /amount   | a JSON string   | nothing",
                "{\"amount\":\"1.00\"}                         | /currency | ISO 4217        | nothing",
                "{\"amount\":\"1.00\",\"currency\":\"eur\"}    | /currency | ISO 4217        | \"eur\"",
                "{\"amount\":\"1.00\",\"currency\":\"EURO\"}   | /currency | ISO 4217        | \"EURO\"",
                "{\"amount\":\"1.00\",\"currency\":978}        | /currency | ISO 4217        | the number 978",
                "{\"amount\":\"1.00\",\"currency\":\"EUR\",\"a/b~\":1}      | /a~1b~0 | one of the properties amount, currency | another",
                "{\"amount\":\"1.00\",\"currency\":\"EUR\",\"text\":\"\"}   | /text   | 1 to 140 characters | \"\"",
                "{\"amount\":\"1.00\",\"currency\":\"EUR\",\"text\":\" \"}  | /text   | 1 to 140 characters | \" \"",
                "{\"amount\":\"1.00\",\"currency\":\"EUR\",\"text\":\"a\\nb\"}      | /text | none of them a control | a\\nb",
                "{\"amount\":\"1.00\",\"currency\":\"EUR\",\"text\":\"a\\u0000b\"}  | /text | none of them a control | a\\u0000b",
                "{\"amount\":\"1.00\",\"currency\":\"EUR\",\"text\":\"\\ud800\"}    | /text | none of them a control | \"",
                "{\"amount\":\"1.00\",\"currency\":\"EUR\",\"reference\":7} | /reference | 1 to 64 characters | the number 7",
                "{\"amount\":\"1.00\",\"amount\":\"2.00\",\"currency\":\"EUR\"}     | body | one JSON object | the same property twice at line 1",
                "{\"amount\":\"1.00\",\"currency\":\"EUR\"}{}  | body | one JSON object | more behind it at line 1",
                "{\"amount\":\"1.00\",\"currency\":\"EUR\"     | body | one JSON object | one without its end at line 1",
                "{'amount':'1.00','currency':'EUR'}            | body | one JSON object | text that is no JSON at line 1",
                "[]                                            | body | a JSON object   | an empty array",
                "\"125.00\"                                    | body | a JSON object   | the string"
            })
    void aBodyThatIsNotAsTheContractSaysIsRefusedWithItsPlace(String body, String place, String expected, String found)
            throws Exception {
        HttpResponse<String> answer = post(DEPOSITS, body);

        JsonNode fault = onlyFault(answer);
        assertThat(fault.get("pointer").asText()).isEqualTo(place.equals("body") ? "" : place);
        assertThat(fault.get("expected").asText()).contains(expected);
        assertThat(fault.get("found").asText()).contains(found);
    }

    @Test
    void anEmptyBodyIsRefused() throws Exception {
        assertThat(onlyFault(post(DEPOSITS, "")).get("found").asText()).isEqualTo("nothing");
    }

    @Test
    void aTextThatIsTooLongIsRefusedAndShortenedInTheAnswer() throws Exception {
        String body = "{\"amount\":\"1.00\",\"currency\":\"EUR\",\"text\":\"" + "x".repeat(141) + "\"}";

        assertThat(onlyFault(post(DEPOSITS, body)).get("found").asText()).hasSizeLessThan(70);
        assertThat(post(DEPOSITS, body.replace("xx\"", "x\"")).statusCode()).isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " 1",
                "1 ",
                "a/b",
                "a\\u0007",
                ".",
                "..",
                "A\\ufffd",
                "A\\u200b1",
                "A\\u202e1",
                "\\ufeffA1",
                "A\\u00ad1",
                "A\\u00a01",
                "A\\u34641\\u3164",
            })
    void anAccountIdThatIsNoneIsRefusedWhereverItStands(String id) throws Exception {
        HttpResponse<String> opening = post("/api/v1/accounts", "{\"currency\":\"EUR\",\"account\":\"" + id + "\"}");
        HttpResponse<String> transfer = post(
                "/api/v1/accounts/0000004711/transfers",
                "{\"amount\":\"1.00\",\"currency\":\"EUR\",\"to\":\"" + id + "\"}");

        assertThat(onlyFault(opening).get("pointer").asText()).isEqualTo("/account");
        assertThat(onlyFault(opening).get("expected").asText()).isEqualTo(AccountId.EXPECTED);
        assertThat(onlyFault(transfer).get("pointer").asText()).isEqualTo("/to");
        assertThat(onlyFault(transfer).get("expected").asText()).isEqualTo(AccountId.EXPECTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "null"})
    void anAccountIdThatIsNoTextIsRefused(String id) throws Exception {
        HttpResponse<String> opening = post("/api/v1/accounts", "{\"currency\":\"EUR\",\"account\":" + id + "}");

        assertThat(onlyFault(opening).get("pointer").asText()).isEqualTo("/account");
    }

    @Test
    void anIdThatIsKeptForTheMainframeIsNotOpened() {
        String path = "/api/v1/accounts";

        HttpResponse<String> kept = post(path, "{\"currency\":\"USD\",\"account\":\"0000004711\"}");
        HttpResponse<String> other = post(path, "{\"currency\":\"USD\",\"account\":\"00000047111\"}");

        assertThat(kept.statusCode()).isEqualTo(403);
        assertThat(kept.body()).contains("BNK-7025", "banku.http.accounts", "0000004711");
        assertThat(other.statusCode()).isEqualTo(202);
    }

    @Test
    void anIdMayHaveDotsAmongOthers() {
        assertThat(post("/api/v1/accounts", "{\"currency\":\"EUR\",\"account\":\".A..1\"}")
                        .statusCode())
                .isEqualTo(202);
    }

    /** What the rule allows a path must be able to name, or a mainframe could have accounts that nobody can ask for. */
    @Test
    void everyVisibleCharacterOfAnIdCanBeNamedInAPath() throws Exception {
        List<String> ids = IntStream.rangeClosed(' ', '~')
                .mapToObj(c -> "A" + (char) c + "1")
                .filter(AccountId::isOne)
                .toList();

        assertThat(ids).hasSize(94);
        for (String id : ids) {
            String escaped = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
            HttpResponse<String> answer = post(
                    "/api/v1/accounts/" + escaped + "/deposits",
                    "{\"amount\":\"1.00\",\"currency\":\"EUR\"}",
                    "Prefer",
                    "respond-async");
            assertThat(answer.statusCode()).as(id).isEqualTo(202);
            assertThat(new ObjectMapper().readTree(answer.body()).get("account").asText())
                    .isEqualTo(id);
        }
    }

    @Test
    void anIdMayHaveAnythingThatAPathHasToEscape() throws Exception {
        HttpResponse<String> answer = post(
                "/api/v1/accounts/GIRO%20%3F%25%2B%C3%A4+1/deposits", "{\"amount\":\"1.00\",\"currency\":\"EUR\"}");

        assertThat(new ObjectMapper().readTree(answer.body()).get("account").asText())
                .isEqualTo("GIRO ?%+ä+1");
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .startsWith("/api/v1/accounts/GIRO%20%3F%25%2B%C3%A4%2B1/commands/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%00b", "A%E2%80%8B1", "%EF%BB%BF4711"})
    void anAccountIdInThePathIsLookedAtToo(String id) throws Exception {
        JsonNode fault =
                onlyFault(post("/api/v1/accounts/" + id + "/deposits", "{\"amount\":\"1.00\",\"currency\":\"EUR\"}"));

        assertThat(fault.get("parameter").asText()).isEqualTo("id");
    }

    @Test
    void aTransferNeedsATarget() throws Exception {
        JsonNode fault =
                onlyFault(post("/api/v1/accounts/0000004711/transfers", "{\"amount\":\"1.00\",\"currency\":\"EUR\"}"));

        assertThat(fault.get("pointer").asText()).isEqualTo("/to");
    }

    @ParameterizedTest
    @CsvSource({
        "'', an empty one",
        "' ', an empty one",
        "a b, a blank or another character that is none of these",
        "12345678901234567890123456789012345678901234567890123456789012345, 65 characters"
    })
    void theKeyIsVisibleAsciiOfUpTo64CharactersAndNeverShown(String key, String found) throws Exception {
        HttpResponse<String> answer = program.send(
                "POST",
                DEPOSITS,
                "{\"amount\":\"1.00\",\"currency\":\"EUR\"}",
                "Content-Type",
                JSON_TYPE,
                "Idempotency-Key",
                key);

        JsonNode fault = onlyFault(answer);
        assertThat(fault.get("header").asText()).isEqualTo("Idempotency-Key");
        assertThat(fault.get("found").asText()).isEqualTo(found);
    }

    /** Java's client would send a question mark. */
    @Test
    void aKeyBeyondAsciiIsRefused() throws Exception {
        URI api = URI.create(program.api());
        try (Socket socket = new Socket(api.getHost(), api.getPort())) {
            send(
                    socket,
                    "POST " + DEPOSITS + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                            + "Idempotency-Key: ä\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400 ")
                    .contains("Idempotency-Key", "another character that is none of these")
                    .doesNotContain("ä");
        }
    }

    @Test
    void withoutAKeyOrWithTwoNothingIsAppended() throws Exception {
        String body = "{\"amount\":\"1.00\",\"currency\":\"EUR\"}";

        HttpResponse<String> none = program.send("POST", DEPOSITS, body, "Content-Type", JSON_TYPE);
        HttpResponse<String> two = program.send(
                "POST", DEPOSITS, body, "Content-Type", JSON_TYPE, "Idempotency-Key", "a", "Idempotency-Key", "b");

        assertThat(onlyFault(none).get("found").asText()).isEqualTo("none");
        assertThat(onlyFault(two).get("found").asText()).isEqualTo("several");
    }

    /** The same key, however a client's library writes it: no second movement. */
    @Test
    void aKeyInQuotationMarksIsTheKeyWithoutThem() throws Exception {
        String body = "{\"amount\":\"1.00\",\"currency\":\"EUR\"}";

        HttpResponse<String> plain = post(DEPOSITS, body, "Idempotency-Key", "k-6");
        HttpResponse<String> quoted = post(DEPOSITS, body, "Idempotency-Key", "\"k-6\"");
        HttpResponse<String> other = post(DEPOSITS, body, "Idempotency-Key", "\"k-7\"");

        assertThat(property(quoted, "commandId")).isEqualTo(property(plain, "commandId"));
        assertThat(property(other, "commandId")).isNotEqualTo(property(plain, "commandId"));
    }

    @Test
    void aQueryInTheHeadersIsNone() {
        assertThat(program.get("/api/v1/batches", "State", "none").statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverUsesAKeyForTwoRequestsSeesWhichOfThemWasQueued() throws Exception {
        HttpResponse<String> first =
                post(DEPOSITS, "{\"amount\":\"1.00\",\"currency\":\"EUR\"}", "Idempotency-Key", "k-5");
        HttpResponse<String> again =
                post(DEPOSITS, "{\"currency\":\"EUR\",\"amount\":\"1.00\"}", "Idempotency-Key", "k-5");
        HttpResponse<String> other =
                post(DEPOSITS, "{\"amount\":\"2.00\",\"currency\":\"EUR\"}", "Idempotency-Key", "k-5");

        assertThat(property(other, "commandId")).isEqualTo(property(first, "commandId"));
        assertThat(property(first, "fingerprint")).matches("[0-9a-f]{64}");
        assertThat(property(again, "fingerprint")).isEqualTo(property(first, "fingerprint"));
        assertThat(property(other, "fingerprint")).isNotEqualTo(property(first, "fingerprint"));
    }

    /** The server asks for the body when it has let the request in: by then it has arrived. */
    @Test
    void aCommandIsReceivedWhenItsRequestArrivesHoweverLongItsBodyTakes() throws Exception {
        String body = "{\"amount\":\"1.00\",\"currency\":\"EUR\"}";
        URI api = URI.create(program.api());
        try (Socket socket = new Socket(api.getHost(), api.getPort())) {
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            send(
                    socket,
                    "POST " + DEPOSITS
                            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nPrefer: respond-async\r\n"
                            + "Idempotency-Key: slow\r\nContent-Type: application/json\r\nExpect: 100-continue\r\n"
                            + "Content-Length: " + body.length() + "\r\n\r\n");
            assertThat(answer.readLine()).startsWith("HTTP/1.1 100 ");
            Instant asked = Instant.now();
            LiveProgram.await(() -> Instant.now().isAfter(asked.plusMillis(500)));
            send(socket, body);
            assertThat(answer.lines()).anyMatch(line -> line.startsWith("HTTP/1.1 202 "));
        }

        String metrics = LiveProgram.sendTo(program.management() + "/observe/metrics", "GET", null)
                .body();

        Matcher delay = Pattern.compile("(?m)^banku_command_append_delay_seconds (\\S+)$")
                .matcher(metrics);
        assertThat(delay.find()).isTrue();
        assertThat(Double.parseDouble(delay.group(1))).isGreaterThan(0.49);
    }

    @Test
    void allThatIsWrongIsToldAtOnce() throws Exception {
        HttpResponse<String> answer = program.send(
                "POST",
                "/api/v1/accounts/0000004711/transfers",
                "{\"amount\":1,\"currency\":\"X\",\"text\":\"\\u0001\",\"To\":\"2\"}",
                "Content-Type",
                JSON_TYPE);

        assertThat(places(answer))
                .containsExactlyInAnyOrder("Idempotency-Key", "/amount", "/currency", "/text", "/to", "/To");
    }

    @Test
    void aCommandWithoutAnOutcomeIsNotFoundYet() {
        HttpResponse<String> answer = program.get("/api/v1/accounts/0000004711/commands/" + new UUID(0, 0));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("BNK-7011");
    }

    @Test
    void aViewThatDoesNotGetThereInTimeIsBehind() {
        HttpResponse<String> answer =
                program.get("/api/v1/accounts/0000004711", "Banku-Min-Position", "0:1, 1:1", "Prefer", "wait=0");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.body()).contains("BNK-7014");
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void aPositionThatIsReachedOrIsOfAnotherPartitionIsNotWaitedFor() {
        assertThat(program.get("/api/v1/accounts/0000004711", "Banku-Min-Position", "0:0,1:0")
                        .statusCode())
                .isEqualTo(404);
        assertThat(program.get("/api/v1/accounts/0000004711", "Banku-Min-Position", "7:999")
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "17", "1:", "a:b", "1:2;3:4", "1:99999999999999999999"})
    void aPositionThatIsNoneIsRefused(String position) throws Exception {
        HttpResponse<String> answer = program.get("/api/v1/accounts/0000004711", "Banku-Min-Position", position);

        assertThat(onlyFault(answer).get("header").asText()).isEqualTo("Banku-Min-Position");
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String property(HttpResponse<String> answer, String name) throws Exception {
        return new ObjectMapper().readTree(answer.body()).path(name).asText();
    }

    private static JsonNode opened(String key, String body) throws Exception {
        return new ObjectMapper()
                .readTree(post("/api/v1/accounts", body, "Idempotency-Key", key, "Prefer", "respond-async")
                        .body());
    }

    private static HttpResponse<String> post(String path, String body, String... more) {
        Stream<String> key = List.of(more).contains("Idempotency-Key")
                ? Stream.of()
                : Stream.of("Idempotency-Key", UUID.randomUUID().toString());
        String[] headers = Stream.of(Stream.of("Content-Type", JSON_TYPE), key, Stream.of(more))
                .flatMap(each -> each)
                .toArray(String[]::new);
        return program.send("POST", path, body, headers);
    }

    private static JsonNode onlyFault(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains(Problems.CONTENT_TYPE);
        JsonNode body = new ObjectMapper().readTree(answer.body());
        assertThat(body.get("code").asText()).isEqualTo("BNK-7000");
        assertThat(body.get("errors")).as(answer.body()).hasSize(1);
        assertThat(body.get("detail").asText())
                .contains(body.get("errors").get(0).get("expected").asText());
        return body.get("errors").get(0);
    }

    private static List<String> places(HttpResponse<String> answer) throws Exception {
        JsonNode errors = new ObjectMapper().readTree(answer.body()).get("errors");
        return StreamSupport.stream(errors.spliterator(), false)
                .map(fault -> fault.has("pointer")
                        ? fault.get("pointer").asText()
                        : fault.get("header").asText())
                .toList();
    }
}
