package io.banku.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.banku.cli.Terminal;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountListTest {
    private static final String ACCOUNTS = "/api/v1/accounts";
    /** Of the master file, which opens it in another currency than a command has. */
    private static final String OF_BOTH = "0000004711";

    @TempDir
    static Path folder;

    private static LiveProgram program;

    @BeforeAll
    static void start() throws Exception {
        program = LiveProgram.start(folder);
        command(ACCOUNTS, "{\"account\":\"" + OF_BOTH + "\",\"currency\":\"USD\"}");
        command(ACCOUNTS + "/" + OF_BOTH + "/deposits", "{\"amount\":\"1.00\",\"currency\":\"USD\"}");
        for (String account : List.of("WEB-1", "WEB-2")) {
            command(ACCOUNTS, "{\"account\":\"" + account + "\",\"currency\":\"EUR\"}");
        }
        program.deliver("account-master/ACM.D261119.DAT", "sealed");
        program.awaitView();
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void theListHasEachAccountAsItIsAskedForAlone() throws Exception {
        List<JsonNode> all = items("?limit=40");

        assertThat(all).extracting(account -> account.get("account").asText()).doesNotHaveDuplicates();
        for (JsonNode account : all.subList(0, 20)) {
            HttpResponse<String> alone =
                    program.get(ACCOUNTS + "/" + escaped(account.get("account").asText()));
            JsonNode later = json(alone);
            assertThat(offset(later)).isGreaterThanOrEqualTo(offset(account));
            assertThat(withoutPosition(account)).isEqualTo(withoutPosition(later));
        }
    }

    /** A decider that takes its partition over moves it also when nothing happens to any account. */
    private static JsonNode withoutPosition(JsonNode account) {
        return ((ObjectNode) account.deepCopy()).without("position");
    }

    private static long offset(JsonNode account) {
        return Long.parseLong(account.get("position").asText().replaceAll(".*:", ""));
    }

    @Test
    void itIsOfThoseThatAreWanted() throws Exception {
        assertThat(ids("?prefix=WEB-")).containsExactlyInAnyOrder("WEB-1", "WEB-2");
        assertThat(ids("?prefix=web-")).isEmpty();
        assertThat(ids("?with=breaks&limit=500")).containsExactly(OF_BOTH);
        assertThat(items("?with=suspense")).allMatch(account -> account.has("suspense"));
        assertThat(ids("?with=parked")).isEmpty();
        assertThat(items("?status=closed"))
                .allMatch(account -> account.get("status").asText().equals("closed"));
        assertThat(ids("?status=open&prefix=WEB-2&with=breaks")).isEmpty();
    }

    @Test
    void whatIsKeptAsideIsListedAndShownFromTheCommandLine() {
        assertThat(ask("breaks", "list").out())
                .containsPattern(OF_BOTH + "/1 +[a-z]+ .* 0\\.00 EUR +1\\.00 USD +")
                .hasLineCount(2);
        assertThat(ask("breaks", "list", "--csv").out())
                .startsWith("account,expected.amount,")
                .contains(OF_BOTH + ",0.00,EUR,1.00,USD,");
        assertThat(ask("suspense", "list", "--csv").out()).contains(OF_BOTH + ",");
        assertThat(ask("breaks", "show", OF_BOTH).out())
                .containsPattern("break +" + OF_BOTH + "/1")
                .containsPattern("found +1\\.00 USD");
        assertThat(ask("suspense", "list", "--prefix", OF_BOTH).out())
                .containsPattern(OF_BOTH + "/EUR +USD +[0-9.]+ EUR +[1-9]");
        assertThat(ask("suspense", "show", OF_BOTH).out()).containsPattern("in suspense +[0-9.]+ EUR");
        assertThat(ask("parked", "list").err()).contains("no account is parked");
        assertThat(ask("parked", "show", OF_BOTH).err()).contains("account " + OF_BOTH + " is not parked");
        assertThat(ask("parked", "show", "nobody").err()).contains("BNK-7001");
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit",
        "limit=501, limit",
        "status=OPEN, status",
        "status=, status",
        "with=BREAKS, with",
        "cursor=none, cursor",
        "cursor=, cursor",
        "cursor=%00, cursor",
        "status=x&with=y&limit=z&cursor=0, 'limit, status, with, cursor'"
    })
    void whatIsNotOfTheContractIsToldAllAtOnce(String query, String parameters) throws Exception {
        HttpResponse<String> answer = program.get(ACCOUNTS + "?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("errors").findValuesAsText("parameter"))
                .containsExactlyInAnyOrder(parameters.split(", "));
    }

    @Test
    void aCursorIsGoodForItsOwnListAlone() throws Exception {
        String next = json(program.get(ACCOUNTS + "?limit=1")).get("next").asText();

        for (String list :
                List.of("/batches?", "/accounts?with=breaks&", "/files?kind=duplicate&", "/files?kind=unclaimed&")) {
            assertThat(program.get("/api/v1" + list + "cursor=" + next).statusCode())
                    .as(list)
                    .isEqualTo(400);
        }
        String tampered = Cursor.of("accounts", Cursor.place("accounts", next).replace("run\":\"", "run\":\"0"));
        HttpResponse<String> ofAnother = program.get(ACCOUNTS + "?cursor=" + tampered);
        assertThat(ofAnother.statusCode()).isEqualTo(409);
        assertThat(ofAnother.body()).contains("BNK-7030", "list-ended");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}",
                "{\"rebuilt\":0}",
                "{\"rebuilt\":0,\"place\":{\"run\":\"1\",\"scan\":\"x\",\"left\":[]}}",
                "{\"rebuilt\":0,\"place\":{\"run\":null,\"scan\":\"1\",\"left\":[]}}",
                "{\"rebuilt\":0,\"place\":{\"run\":\"1\",\"scan\":\"1\",\"left\":null}}",
                "{\"rebuilt\":0,\"place\":{\"run\":\"1\",\"scan\":\"1\",\"left\":[null]}}",
                "[]",
                "null"
            })
    void aCursorThatSomebodyMadeIsRefused(String place) {
        assertThat(program.get(ACCOUNTS + "?cursor=" + Cursor.of("accounts", place))
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}",
                "{\"aside\":{\"partition\":-1,\"after\":\"\"}}",
                "{\"aside\":{\"partition\":1}}",
                "{\"aside\":{\"partition\":\"x\",\"after\":\"\"}}"
            })
    void aCursorOfWhatIsKeptAsideThatSomebodyMadeIsRefused(String place) {
        String cursor = Cursor.of("accounts-with-breaks", place);

        assertThat(program.get(ACCOUNTS + "?with=breaks&cursor=" + cursor).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aBreakIsAcknowledgedOnceAndStaysListedWithTheReason() throws Exception {
        String[] said = {"breaks", "acknowledge", OF_BOTH + "/1", "--reason", "opened by mistake", "--key", "ack-1"};
        assertThat(ask(said).out()).contains("accepted: BreakAcknowledged, account " + OF_BOTH);
        long version = account(OF_BOTH).path("version").asLong();

        assertThat(ask(said).out()).contains("accepted: BreakAcknowledged");
        program.awaitView();

        assertThat(account(OF_BOTH).path("version").asLong()).isLessThanOrEqualTo(version + 1);
        assertThat(ask("breaks", "list").out()).containsPattern(OF_BOTH + "/1 +acknowledged ");
        assertThat(ask("breaks", "show", OF_BOTH).out()).containsPattern("acknowledged .* by .+: opened by mistake");
        Terminal none = ask("breaks", "acknowledge", OF_BOTH + "/9", "--reason", "none");
        assertThat(none.err()).contains("BNK-7012", "Break 9 of account");
        assertThat(none.code()).isEqualTo(8);
        assertThat(ask("breaks", "acknowledge", OF_BOTH, "--reason", "x").err()).contains("expected ACCOUNT/NUMBER");
    }

    private static JsonNode account(String id) throws IOException {
        return json(program.get(ACCOUNTS + "/" + id));
    }

    private static Terminal ask(String... arguments) {
        return Terminal.banku(Stream.concat(Stream.of(arguments), Stream.of("--api", program.api()))
                .toArray(String[]::new));
    }

    private static List<String> ids(String query) throws IOException {
        return items(query).stream()
                .map(account -> account.get("account").asText())
                .toList();
    }

    private static List<JsonNode> items(String query) throws IOException {
        List<JsonNode> items = new ArrayList<>();
        JsonNode page = null;
        do {
            String more = page == null
                    ? ""
                    : (query.isEmpty() ? "?" : "&") + "cursor="
                            + page.get("next").asText();
            page = json(program.get(ACCOUNTS + query + more));
            page.get("items").forEach(items::add);
        } while (page.has("next"));
        return items;
    }

    private static void command(String path, String json) {
        HttpResponse<String> answer = program.send(
                "POST",
                path,
                json,
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                "k" + System.nanoTime(),
                "Prefer",
                "return=representation");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
