package io.banku.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.banku.batch.Batch;
import io.banku.docs.Page;
import io.banku.samples.NightRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The night of {@code night.csv}, dropped file by file into the inbox of the running program, and the morning after it:
 * what operators, readers of the log and readers of the views find. One story, in this order.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SampleNightTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PLANTED = "0043000050";

    @TempDir
    static Path folder;

    private static Servers servers;
    private static RunningBanku banku;

    @BeforeAll
    static void startTheProgram() throws Exception {
        servers = Servers.start(folder);
        banku = RunningBanku.start(servers, Map.of());
    }

    @AfterAll
    static void stopTheProgram() {
        if (banku != null) {
            banku.close();
        }
        if (servers != null) {
            servers.close();
        }
    }

    @Order(1)
    @TestFactory
    Stream<DynamicTest> theNight() throws IOException {
        return NightRow.all().stream()
                .map(row -> DynamicTest.dynamicTest(row.toString(), () -> {
                    banku.drop(row.file(), row.as());

                    if (row.outcome().equals("duplicates")) {
                        itIsPutAsideWithANote(row);
                    } else {
                        Batch batch = itBecomesABatch(row);
                        itsCountsAreThoseOfTheManifest(row, batch);
                        itsReportLiesBesideIt(row, batch);
                        itsEventsAreTheExpectedOnes(row, batch);
                    }
                }));
    }

    private static void itIsPutAsideWithANote(NightRow row) throws IOException {
        await().atMost(PATIENCE)
                .until(() -> !banku.files("duplicates", "report.json").isEmpty());
        assertThat(banku.files("duplicates", row.as()))
                .singleElement()
                .satisfies(file -> assertThat(file).hasSameBinaryContentAs(row.file()));
        JsonNode report = report("duplicates", row.as());
        assertThat(report.at("/note/code").asText()).isEqualTo("BNK-4012");
        assertThat(report.get("duplicateOf").asText())
                .isEqualTo(batchOf(row.as(), "sealed").id());
    }

    private static Batch itBecomesABatch(NightRow row) {
        await().atMost(PATIENCE)
                .until(() -> banku.batch(batch -> batch.file().equals(row.as())
                                && batch.state().text().equals(row.outcome()))
                        .isPresent());
        return batchOf(row.as(), row.outcome());
    }

    private static void itsCountsAreThoseOfTheManifest(NightRow row, Batch batch) {
        row.read().ifPresent(read -> assertThat(batch.counts().read()).isEqualTo(read));
        row.rejected()
                .ifPresent(rejected -> assertThat(batch.counts().rejected()).isEqualTo(rejected));
        row.skipped().ifPresent(skipped -> assertThat(batch.counts().skipped()).isEqualTo(skipped));
        if (row.isSealed()) {
            assertThat(batch.counts().published()).isEqualTo(row.published().getAsLong());
            assertThat(batch.counts().events()).isEqualTo(row.events().getAsLong());
            assertThat(batch.done()).isEqualTo(row.read().getAsLong());
        } else {
            assertThat(batch.done()).isZero();
            assertThat(batch.findings()).isNotEmpty();
        }
    }

    private static void itsReportLiesBesideIt(NightRow row, Batch batch) throws IOException {
        String directory = row.isSealed() ? "archive" : row.outcome();
        await().atMost(PATIENCE).until(() -> reportOf(directory, row.as()).isPresent());
        JsonNode report = report(directory, row.as());
        assertThat(report.get("id").asText()).isEqualTo(batch.id());
        assertThat(report.get("state").asText()).isEqualToIgnoringCase(row.outcome());
        assertThat(report.at("/counts/read").asLong()).isEqualTo(batch.counts().read());
        assertThat(report.path("findings").size()).isEqualTo(batch.findings().size());
        assertThat(banku.files(directory, row.as()).get(0)).hasSameBinaryContentAs(row.file());
    }

    private static void itsEventsAreTheExpectedOnes(NightRow row, Batch batch) throws IOException {
        List<PublishedEvent> published = PublishedEvent.ofBatch(servers.connection(), batch.id());
        if (row.isSealed()) {
            List<JsonNode> expected = new ArrayList<>();
            for (String line : Files.readAllLines(row.expectedEvents())) {
                expected.add(JSON.readTree(line));
            }
            assertThat(published.stream().map(PublishedEvent::asExpected)).containsExactlyElementsOf(expected);
        } else {
            assertThat(published).isEmpty();
        }
    }

    @Order(2)
    @Test
    void theReportOnTheOperatorsPageIsTheOneThatIsWritten() throws IOException {
        ObjectNode shown = (ObjectNode) JSON.readTree(Page.of("docs/operations.md")
                .section("report.json")
                .blocks("json")
                .get(0));
        shown.remove(List.of("arrival", "definition", "durations"));
        shown.get("history").forEach(step -> ((ObjectNode) step).remove("at"));

        isShownIn(shown, report("held", shown.get("file").asText()), "");
    }

    @Order(2)
    @Test
    void everyEventIsACloudEventThatSaysWhereItComesFrom() {
        List<PublishedEvent> events = PublishedEvent.all(servers.connection());

        assertThat(events).hasSize(5818).allSatisfy(event -> {
            String batch = event.value().get("batch").asText();
            Map<String, String> headers = event.headers();
            assertThat(headers)
                    .containsOnlyKeys(
                            "ce_specversion",
                            "ce_id",
                            "ce_type",
                            "ce_source",
                            "ce_time",
                            "ce_subject",
                            "ce_dataschema",
                            "content-type")
                    .containsEntry("ce_specversion", "1.0")
                    .containsEntry("ce_subject", event.key())
                    .containsEntry("ce_dataschema", "urn:banku:event:" + headers.get("ce_type"))
                    .containsEntry("content-type", "application/json");
            assertThat(headers.get("ce_id")).isEqualTo(batch + "/" + event.record() + "/" + event.index());
            assertThat(headers.get("ce_source")).matches("/feeds/(account-master|daily-transactions|branch-deposits)");
            assertThat(Instant.parse(headers.get("ce_time"))).isBeforeOrEqualTo(Instant.now());
            assertThat(event.key()).isEqualTo(event.value().get("account").asText());
        });
        assertThat(events.stream().map(event -> event.headers().get("ce_id"))).doesNotHaveDuplicates();
    }

    @Order(3)
    @Test
    void theViewHasTheExpectedBalanceOfEveryAccount() throws IOException {
        Map<String, String> expected = new HashMap<>();
        List<String> lines =
                Files.readAllLines(NightRow.all().get(0).file().resolveSibling("../expected-balances.csv"));
        lines.stream().skip(1).map(line -> line.split(",")).forEach(cells -> expected.put(cells[0], balances(cells)));

        try (AccountsInRedis accounts = new AccountsInRedis(servers.redisUri())) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(accounts.eventsApplied()).isEqualTo(5818));
            Map<String, String> found = new HashMap<>();
            accounts.all()
                    .forEach((id, account) ->
                            found.put(id, account.get("c") + " " + account.get("b") + " " + account.get("m")));
            assertThat(found).hasSize(255).isEqualTo(expected);
        }
    }

    /** {@code EUR 101901 101901}: in minor units, as Redis has them. */
    private static String balances(String[] cells) {
        return cells[1] + " " + minor(cells[2]) + " " + minor(cells[3]);
    }

    private static long minor(String amount) {
        return Long.parseLong(amount.replace(".", ""));
    }

    @Order(4)
    @Test
    void thePlantedBreakIsFoundAndNoOther() {
        try (AccountsInRedis accounts = new AccountsInRedis(servers.redisUri())) {
            assertThat(accounts.all().entrySet().stream()
                            .filter(account -> account.getValue().containsKey("k"))
                            .map(Map.Entry::getKey))
                    .containsExactly(PLANTED);
        }

        Answer answer = banku.get("/api/v1/accounts/" + PLANTED);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("breaks")).hasSize(1);
        JsonNode found = answer.body().at("/breaks/0");
        assertThat(found.at("/expected/amount").asText()).isEqualTo("18148.92");
        assertThat(found.at("/found/amount").asText()).isEqualTo("18138.92");
        assertThat(found.at("/expected/currency").asText()).isEqualTo("EUR");
        assertThat(found.get("asOf").asText()).isEqualTo("2026-11-20");
        assertThat(found.get("event").asText())
                .isEqualTo(batchOf("ACM.D261120.DAT", "sealed").id() + "/34/2");
    }

    @Order(5)
    @Test
    void anAccountIsReadWithItsBalancesAndThePositionOfItsPartition() {
        Answer answer = banku.get("/api/v1/accounts/0000004711");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.body().at("/balance/amount").asText()).isEqualTo("1019.01");
        assertThat(answer.body().at("/mainframeBalance/amount").asText()).isEqualTo("1019.01");
        assertThat(answer.body().get("holder").asText()).isEqualTo("KARL MÜLLER");
        assertThat(answer.header("Banku-Position"))
                .isEqualTo(answer.body().get("position").asText())
                .matches("[0-3]:[0-9]+");
    }

    @Order(6)
    @Test
    void anAccountThatNoEventNamesIsAProblemThatSaysSo() {
        Answer answer = banku.get("/api/v1/accounts/4711");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body().get("type").asText()).isEqualTo("/problems/account-not-found");
        assertThat(answer.body().get("code").asText()).isEqualTo("BNK-7001");
        assertThat(answer.body().get("status").asInt()).isEqualTo(404);
        assertThat(answer.body().get("detail").asText()).contains("4711").contains("zeros");
        assertThat(answer.body().get("instance").asText()).isEqualTo("/api/v1/accounts/4711");
    }

    @Order(7)
    @Test
    void theBatchesAreListedLatestFirstAndByState() {
        assertThat(files("/api/v1/batches")).hasSize(13).startsWith("TXN.D261126.BIN");
        assertThat(files("/api/v1/batches?state=held"))
                .containsExactlyInAnyOrder(
                        "TXN.D261122.BIN", "TXN.D261123.BIN", "ACM.D261121.DAT", "BRANCH0043.TXT", "TXN.D261126.BIN");
        assertThat(files("/api/v1/batches?state=sealed&feed=branch-deposits")).containsExactly("BRANCH0042.TXT");
        assertThat(banku.get("/api/v1/batches?state=lost").status()).isEqualTo(400);
    }

    private static List<String> files(String path) {
        return banku.get(path).body().get("items").findValuesAsText("file");
    }

    @Order(8)
    @Test
    void aBatchIsReadByTheBeginningOfItsIdWithControlsAndRejects() {
        Batch batch = batchOf("TXN.D261123.BIN", "held");

        Answer answer = banku.get("/api/v1/batches/" + batch.id().substring(0, 10));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("id").asText()).isEqualTo(batch.id());
        assertThat(answer.body().get("controls")).hasSize(6);
        assertThat(answer.body().at("/rejects/0/record").asLong()).isEqualTo(19);
        assertThat(answer.body().at("/rejects/0/field").asText()).isEqualTo("TX-AMOUNT");
        assertThat(answer.body().get("allowedActions")).hasSize(2);
        assertThat(banku.get("/api/v1/batches/ffffffffffffffff").status()).isEqualTo(404);
    }

    @Order(9)
    @Test
    void aFileThatNoFeedClaimsIsRefusedWithTheKnownPatterns(@TempDir Path sender) throws IOException {
        Path unknown = Files.writeString(sender.resolve("PAYROLL.XYZ"), "?");

        banku.drop(unknown, "PAYROLL.XYZ");

        await().atMost(PATIENCE).until(() -> reportOf("refused", "PAYROLL.XYZ").isPresent());
        JsonNode report = report("refused", "PAYROLL.XYZ");
        assertThat(report.at("/finding/code").asText()).isEqualTo("BNK-4010");
        assertThat(report.at("/finding/message").asText())
                .contains("PAYROLL.XYZ", "TXN.D{date:yyMMdd}.BIN", "ACM.D{date:yyMMdd}.DAT", "BRANCH*.TXT");
        assertThat(report.get("file").asText()).isEqualTo("PAYROLL.XYZ");
    }

    @Order(10)
    @Test
    void aReleasedBatchIsPublishedAndItsRejectsAreKept() throws IOException {
        Batch held = batchOf("BRANCH0043.TXT", "held");

        Answer answer = decide(held, "release", "the branch corrects line 3 by telephone");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Location")).isEqualTo("/api/v1/batches/" + held.id());
        await().atMost(PATIENCE)
                .until(() -> reportOf("archive", "BRANCH0043.TXT").isPresent());
        Batch sealed = batchOf("BRANCH0043.TXT", "sealed");
        assertThat(sealed.history())
                .anySatisfy(step ->
                        assertThat(step.why()).contains("release by anna").contains("by telephone"));
        assertThat(PublishedEvent.ofBatch(servers.connection(), held.id())).hasSize(4);
        assertThat(PublishedEvent.committed(servers.connection(), "banku.rejects"))
                .singleElement()
                .satisfies(reject -> {
                    assertThat(reject.key()).isEqualTo(held.id() + "/3");
                    assertThat(reject.value().get("field").asText()).isEqualTo("BD-AMOUNT");
                    assertThat(reject.value().get("file").asText()).isEqualTo("BRANCH0043.TXT");
                    assertThat(reject.value().get("bytes").asText()).matches("([0-9a-f]{2}){38}");
                });
    }

    @Order(10)
    @Test
    void whatIsAskedInVainIsAProblemWithItsCode() throws IOException {
        List<String> firsts = banku.get("/api/v1/batches").body().get("items").findValuesAsText("id").stream()
                .map(id -> id.substring(0, 1))
                .toList();
        String shared = firsts.stream()
                .filter(first -> Collections.frequency(firsts, first) > 1)
                .findFirst()
                .orElseThrow();
        Batch sealed = batchOf("TXN.D261121.BIN", "sealed");
        String nothingDue = "/api/v1/due/branch-deposits/2026-11-20/actions";

        assertThat(code(banku.get("/api/v1/batches/" + shared))).isEqualTo("409 BNK-7006");
        assertThat(code(banku.post(nothingDue, "{\"action\":\"excuse\",\"reason\":\"a holiday\"}")))
                .isEqualTo("404 BNK-5057");
        Path archived = banku.files("archive", "TXN.D261121.BIN").get(0).getParent();
        Path away = Files.move(archived, archived.resolveSibling("carried-away"));
        assertThat(code(banku.get("/api/v1/batches/" + sealed.id() + "/rejects")))
                .isEqualTo("404 BNK-4065");
        Files.move(away, archived);
    }

    private static String code(Answer answer) {
        return answer.status() + " " + answer.body().get("code").asText();
    }

    @Order(11)
    @Test
    void onlyAHeldBatchCanBeDecidedAbout() {
        Answer answer = decide(batchOf("TXN.D261121.BIN", "sealed"), "refuse", "too late");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().get("code").asText()).isEqualTo("BNK-7005");
    }

    @Order(12)
    @Test
    void aDecisionWithoutAReasonIsMalformed() {
        Batch held = batchOf("TXN.D261122.BIN", "held");

        Answer answer = banku.post("/api/v1/batches/" + held.id() + "/actions", "{\"action\": \"release\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body().get("detail").asText()).contains("/reason");
    }

    @Order(13)
    @Test
    void aRefusedBatchMayComeAgainAsASecondAttempt() throws IOException {
        Batch held = batchOf("ACM.D261121.DAT", "held");

        decide(held, "refuse", "one account is missing");
        await().atMost(PATIENCE)
                .until(() -> banku.files("refused", "ACM.D261121.DAT").size() == 1);
        banku.drop(banku.files("refused", "ACM.D261121.DAT").get(0), "ACM.D261121.DAT");

        await().atMost(PATIENCE)
                .until(() -> banku.batch(batch -> batch.id().equals(held.id()) && batch.attempt() == 2)
                        .map(Batch::heldFor)
                        .isPresent());
        Batch again = batchOf("ACM.D261121.DAT", "held");
        assertThat(again.heldFor()).isEqualTo(held.heldFor());
        assertThat(again.counts()).isEqualTo(held.counts());
        assertThat(again.history()).hasSizeGreaterThan(held.history().size());
        assertThat(PublishedEvent.ofBatch(servers.connection(), held.id())).isEmpty();
    }

    private static Answer decide(Batch batch, String action, String reason) {
        String wish = "{\"action\": \"" + action + "\", \"reason\": \"" + reason + "\", \"by\": \"anna\"}";
        return banku.post("/api/v1/batches/" + batch.id().substring(0, 12) + "/actions", wish);
    }

    private static Batch batchOf(String file, String state) {
        return banku.batch(batch ->
                        batch.file().equals(file) && batch.state().text().equals(state))
                .orElseThrow();
    }

    /** Of the report on the operators' page, what does not change from run to run. */
    private static void isShownIn(JsonNode shown, JsonNode found, String at) {
        shown.properties().forEach(property -> {
            JsonNode there = found.path(property.getKey());
            if (property.getValue().isObject()) {
                isShownIn(property.getValue(), there, at + "/" + property.getKey());
            } else if (property.getValue().isArray()) {
                property.getValue()
                        .forEach(item -> assertThat(there)
                                .as(at + "/" + property.getKey())
                                .anySatisfy(each -> isShownIn(item, each, at + "/" + property.getKey())));
            } else {
                assertThat(there).as(at + "/" + property.getKey()).isEqualTo(property.getValue());
            }
        });
    }

    private static JsonNode report(String directory, String file) throws IOException {
        return JSON.readTree(Files.readAllBytes(reportOf(directory, file).orElseThrow()));
    }

    private static java.util.Optional<Path> reportOf(String directory, String file) throws IOException {
        return banku.files(directory, file).stream()
                .map(found -> found.resolveSibling("report.json"))
                .filter(Files::exists)
                .findFirst();
    }
}
