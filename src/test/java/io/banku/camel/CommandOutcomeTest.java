package io.banku.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.banku.account.Decline;
import io.banku.log.EventLog;
import io.banku.settings.Principals;
import io.banku.settings.Setting;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Commands from the request to the outcome, on a program with all its roles. */
class CommandOutcomeTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PARTITIONS = 2;
    private static final String FIRST = "first-token";
    private static final String SECOND = "second-token";

    private final Map<String, Object> contract =
            DocumentedAnswer.map(new Load(LoadSettings.builder().build())
                    .loadFromString(Files.readString(Path.of("src/main/resources/openapi.yaml"))));

    @TempDir
    static Path folder;

    private static LiveProgram program;

    CommandOutcomeTest() throws Exception {}

    @BeforeAll
    static void start() throws Exception {
        Path principals = Files.writeString(
                folder.resolve("principals"), Principals.line("one", FIRST) + "\n" + Principals.line("two", SECOND));
        program = LiveProgram.start(
                folder,
                Map.of(
                        Setting.PRINCIPALS, principals.toString(),
                        Setting.PARTITIONS, Integer.toString(PARTITIONS),
                        Setting.HTTP_WAIT, "30s"));
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void anAccountIsOpenedAndCanBeReadAtOnce() throws Exception {
        String id = newId();

        HttpResponse<String> answer =
                post(key(), "/accounts", "{\"account\":\"" + id + "\",\"currency\":\"EUR\",\"holder\":\"ÅSE\"}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertDescribed("Command", answer);
        assertThat(body(answer).get("event").asText()).isEqualTo("AccountOpened");
        assertThat(header(answer, "Location")).isEqualTo("/api/v1/accounts/" + id);
        HttpResponse<String> read = get("/accounts/" + id, "Banku-Min-Position", header(answer, "Banku-Position"));
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(body(read).get("holder").asText()).isEqualTo("ÅSE");
        assertThat(body(read).get("version").asInt()).isEqualTo(1);
    }

    @Test
    void whoeverDoesNotAskForMoreIsToldWhatIsInTheLogAndTheSameLater() throws Exception {
        String id = opened(newId());
        String key = key();
        String path = "/accounts/" + id + "/deposits";

        HttpResponse<String> atOnce = send(FIRST, key, path, amount("7.00"));

        assertThat(atOnce.statusCode()).as(atOnce.body()).isEqualTo(201);
        assertDescribed("Command", atOnce);
        assertThat(body(atOnce).get("event").asText()).isEqualTo("MoneyDeposited");
        assertThat(body(atOnce).has("balance") || body(atOnce).has("version")).isFalse();
        assertThat(body(get("/accounts/" + id, "Banku-Min-Position", header(atOnce, "Banku-Position")))
                        .at("/balance/amount")
                        .asText())
                .isEqualTo("7.00");
        assertThat(send(FIRST, key, path, amount("7.00")).body())
                .as("found in the view now")
                .isEqualTo(atOnce.body());
        HttpResponse<String> whole = post(key, path, amount("7.00"));
        assertThat(header(whole, "Preference-Applied")).isEqualTo("return=representation");
        assertThat(body(whole).at("/balance/amount").asText()).isEqualTo("7.00");
        assertThat(body(whole).get("version").asInt()).isEqualTo(2);
    }

    @Test
    void anAccountWithoutANameIsTheSameForEveryRetry() throws Exception {
        String key = key();

        HttpResponse<String> first = post(key, "/accounts", "{\"currency\":\"EUR\"}");
        HttpResponse<String> again = post(key, "/accounts", "{\"currency\":\"EUR\"}");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(header(first, "Idempotency-Replayed")).isNull();
        assertThat(header(again, "Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void aRetryMovesNothingAndGetsTheSameAnswer() throws Exception {
        String id = opened(newId());
        String key = key();

        HttpResponse<String> first = deposit(key, id, "125.00");
        deposit(key(), id, "1.00");
        HttpResponse<String> again = deposit(key, id, "125.00");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(body(get("/accounts/" + id)).at("/balance/amount").asText()).isEqualTo("126.00");
    }

    @Test
    void aKeyThatWasUsedForAnotherBodyIsRefusedAndDoesNothing() throws Exception {
        String id = opened(newId());
        String key = key();
        deposit(key, id, "125.00");

        HttpResponse<String> answer = deposit(key, id, "126.00");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(body(answer).get("type").asText()).isEqualTo("/problems/idempotency-key-reused");
        assertThat(body(answer).get("code").asText()).isEqualTo("BNK-7013");
        assertThat(body(get("/accounts/" + id)).at("/balance/amount").asText()).isEqualTo("125.00");
    }

    @Test
    void twoPrincipalsMayHaveTheSameKey() throws Exception {
        String id = opened(newId());
        String key = key();

        HttpResponse<String> one = deposit(key, id, "1.00");
        HttpResponse<String> two =
                send(SECOND, key, "/accounts/" + id + "/deposits", amount("2.00"), "Prefer", "return=representation");

        assertThat(one.statusCode()).isEqualTo(201);
        assertThat(two.statusCode()).isEqualTo(201);
        assertThat(body(one).get("commandId")).isNotEqualTo(body(two).get("commandId"));
        assertThat(body(two).at("/balance/amount").asText()).isEqualTo("3.00");
    }

    @Test
    void aWithdrawalBeyondTheBalanceIsDeclinedForEver() throws Exception {
        String id = opened(newId());
        deposit(key(), id, "99.50");
        String key = key();

        HttpResponse<String> answer = post(key, "/accounts/" + id + "/withdrawals", amount("99.51"));
        deposit(key(), id, "100.00");
        HttpResponse<String> again = post(key, "/accounts/" + id + "/withdrawals", amount("99.51"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertDescribed("Problem", answer);
        JsonNode problem = body(answer);
        assertThat(problem.get("type").asText()).isEqualTo("/problems/insufficient-funds");
        assertThat(problem.get("code").asText()).isEqualTo("BNK-7012");
        assertThat(problem.get("detail").asText()).contains("99.50 EUR available", "99.51 EUR was asked for");
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(header(again, "Idempotency-Replayed")).isEqualTo("true");
        assertThat(body(post(key(), "/accounts/" + id + "/withdrawals", amount("99.51")))
                        .at("/balance/amount")
                        .asText())
                .isEqualTo("99.99");
    }

    @Test
    void aTransferAcrossPartitionsMovesBothBalances() throws Exception {
        String from = opened(idIn(0));
        String to = opened(idIn(1));
        deposit(key(), from, "10.00");

        HttpResponse<String> answer = post(
                key(),
                "/accounts/" + from + "/transfers",
                "{\"amount\":\"4.00\",\"currency\":\"EUR\",\"to\":\"" + to + "\"}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(body(answer).at("/balance/amount").asText()).isEqualTo("6.00");
        LiveProgram.await(() ->
                body(get("/accounts/" + to)).at("/balance/amount").asText().equals("4.00"));
    }

    @Test
    void aCommandAboutAnUnknownAccountIsDeclinedNotMissing() throws Exception {
        HttpResponse<String> answer = deposit(key(), newId(), "1.00");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(body(answer).get("reason").asText()).isEqualTo("unknown-account");
    }

    @Test
    void whatBecameOfACommandCanBeAskedLater() throws Exception {
        String id = opened(newId());

        HttpResponse<String> queued =
                send(FIRST, key(), "/accounts/" + id + "/deposits", amount("7.00"), "Prefer", "respond-async");

        assertThat(queued.statusCode()).isEqualTo(202);
        assertDescribed("Command", queued);
        String location = header(queued, "Location").replace("/api/v1", "");
        LiveProgram.await(() -> get(location).statusCode() == 200);
        assertDescribed("Command", get(location));
        assertThat(body(get(location)).get("state").asText()).isEqualTo("accepted");
        assertThat(body(get(location)).at("/balance/amount").asText()).isEqualTo("7.00");
        assertThat(get(location.replace(id, newId())).statusCode()).isEqualTo(404);
    }

    @Test
    void anOutcomeHasTheFingerprintOfTheRequestThatWasDecided() throws Exception {
        String id = opened(newId());
        String key = key();
        String path = "/accounts/" + id + "/deposits";
        HttpResponse<String> first = send(FIRST, key, path, amount("1.00"), "Prefer", "respond-async");
        HttpResponse<String> other = send(FIRST, key(), path, amount("2.00"), "Prefer", "respond-async");
        String location = header(first, "Location").replace("/api/v1", "");

        LiveProgram.await(() -> get(location).statusCode() == 200);

        assertThat(body(get(location)).get("fingerprint")).isEqualTo(body(first).get("fingerprint"));
        assertThat(body(get(location)).get("fingerprint"))
                .isNotEqualTo(body(other).get("fingerprint"));
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonToDeclineHasAPage(Decline reason) {
        HttpResponse<String> page = program.get("/problems/" + reason.slug());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("BNK-7012", reason.meaning(), "final for this Idempotency-Key");
    }

    private void assertDescribed(String schema, HttpResponse<String> answer) throws Exception {
        assertThat(DocumentedAnswer.undescribed(
                        body(answer), Map.of("$ref", "#/components/schemas/" + schema), contract))
                .as(answer.body())
                .isEmpty();
    }

    private static String opened(String id) {
        HttpResponse<String> answer = post(key(), "/accounts", "{\"account\":\"" + id + "\",\"currency\":\"EUR\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return id;
    }

    private static HttpResponse<String> deposit(String key, String id, String amount) {
        return post(key, "/accounts/" + id + "/deposits", amount(amount));
    }

    private static String amount(String amount) {
        return "{\"amount\":\"" + amount + "\",\"currency\":\"EUR\"}";
    }

    private static HttpResponse<String> post(String key, String path, String body) {
        return send(FIRST, key, path, body, "Prefer", "return=representation");
    }

    private static HttpResponse<String> send(String token, String key, String path, String body, String... more) {
        String[] headers = Stream.concat(
                        Stream.of(
                                "Content-Type",
                                "application/json",
                                "Idempotency-Key",
                                key,
                                "Authorization",
                                "Bearer " + token),
                        Stream.of(more))
                .toArray(String[]::new);
        return program.send("POST", "/api/v1" + path, body, headers);
    }

    private static HttpResponse<String> get(String path, String... more) {
        return program.get(
                "/api/v1" + path,
                Stream.concat(Stream.of("Authorization", "Bearer " + FIRST), Stream.of(more))
                        .toArray(String[]::new));
    }

    private static JsonNode body(HttpResponse<String> answer) throws Exception {
        return JSON.readTree(answer.body());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse(null);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static String newId() {
        return "T-" + UUID.randomUUID();
    }

    private static String idIn(int partition) {
        return Stream.generate(CommandOutcomeTest::newId)
                .filter(id -> EventLog.partition(id, PARTITIONS) == partition)
                .findFirst()
                .orElseThrow();
    }
}
