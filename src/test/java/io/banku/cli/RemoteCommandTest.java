package io.banku.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.banku.camel.LiveProgram;
import io.banku.embedded.FreePort;
import io.banku.settings.Setting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The commands that ask a running bridge. One bridge for all tests: those that decide come last. */
@Tag("long")
@TestMethodOrder(OrderAnnotation.class)
class RemoteCommandTest {
    private static final String REJECTED = "BRANCH0043.TXT";
    private static final String UNBALANCED = "TXN.D261122.BIN";
    private static final int DECIDES = 9;

    @TempDir
    static Path folder;

    private static LiveProgram program;

    @BeforeAll
    static void start() throws Exception {
        program = LiveProgram.start(folder, Map.of(Setting.FEEDS, withANight().toString()));
        program.deliver("branch-deposits/BRANCH0042.TXT", "sealed");
        program.deliver("branch-deposits/broken/" + REJECTED, "held");
        program.deliver("daily-transactions/broken/" + UNBALANCED, "held");
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    @Order(1)
    void batchesAreListedOneToALine() {
        Terminal run = ask("batch", "list");

        assertThat(run.out().lines().findFirst().orElseThrow()).matches("ID +FEED +FILE +STATE +READ .*WHY");
        assertThat(run.out().lines())
                .hasSize(4)
                .anyMatch(line ->
                        line.matches("[0-9a-f]{12}  branch-deposits +BRANCH0042\\.TXT +sealed +25 +25 +0 +0 +25"))
                .anyMatch(line ->
                        line.matches("[0-9a-f]{12}  branch-deposits +BRANCH0043\\.TXT +held +5 +0 +1 +0 +0 +rejects"));
        assertThat(run.code()).isEqualTo(ExitCode.CLEAN.number());
    }

    @Test
    @Order(1)
    void batchesCanBeChosenByStateAndFeed() {
        Terminal run = ask("batch", "list", "--state", "held", "--feed", "branch-deposits");

        assertThat(run.out().lines()).hasSize(2);
        assertThat(run.out()).contains(REJECTED);
        assertThat(ask("batch", "list", "--feed", "none").err()).isEqualToNormalizingNewlines("banku: no batches\n");
    }

    @Test
    @Order(1)
    void aListIsRowsForASpreadsheetToo() {
        Terminal run = ask("batch", "list", "--state", "held", "--feed", "branch-deposits", "--csv");

        assertThat(run.out().lines()).hasSize(2);
        assertThat(run.out()).startsWith("id,feed,file,").contains("counts.read", ",branch-deposits," + REJECTED + ",");
        assertThat(run.code()).isEqualTo(ExitCode.CLEAN.number());
        assertThat(ask("batch", "list", "--csv", "--json").code()).isEqualTo(ExitCode.USAGE.number());
    }

    @Test
    @Order(1)
    void anUnknownStateIsRefusedWithThoseThereAre() {
        Terminal run = ask("batch", "list", "--state", "stuck");

        assertThat(run.err())
                .contains("BNK-7000", "expected one of", "held", "found stuck", "the contract is at /openapi.yaml");
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED.number());
    }

    @Test
    @Order(1)
    void aHeldBatchIsShownWithEverythingAnOperatorNeeds() throws Exception {
        Terminal run = ask("batch", "show", id(REJECTED));

        assertThat(run.out())
                .contains(
                        "branch-deposits BRANCH0043.TXT is held (rejects): 5 read, 4 good + 1 rejected + 0 skipped; in the log: 0")
                .contains("BNK-4015 expected at most 0 rejects")
                .containsPattern(
                        "RECORD +IN FILE +CODE +FIELD +IN RECORD +REASON\n +3 +78 +BNK-2005 +BD-AMOUNT +10 +expected digits")
                .containsPattern("staged +20.*\n.*held +20.*rejects")
                .contains("banku batch release " + id(REJECTED).substring(0, 12) + " --reason TEXT");
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED.number());
    }

    @Test
    @Order(1)
    void theRejectsOfAHeldBatchAreListed() throws Exception {
        Terminal run = ask("batch", "rejects", id(REJECTED));

        assertThat(run.out())
                .containsPattern("RECORD +IN FILE +CODE +FIELD .*\n +3 +78 +BNK-2005 +BD-AMOUNT +10 +expected");
        assertThat(run.code()).isEqualTo(ExitCode.CLEAN.number());
    }

    @Test
    @Order(1)
    void aLongListHasPages() throws Exception {
        JsonNode first = new ObjectMapper()
                .readTree(ask("batch", "list", "--json", "--limit", "2").out());
        JsonNode all = new ObjectMapper()
                .readTree(
                        ask("batch", "list", "--json", "--limit", "1", "--all").out());

        assertThat(first.path("items")).hasSize(2);
        assertThat(first.path("next").asText()).isNotEmpty();
        assertThat(all.path("items")).hasSize(3);
        assertThat(ask("batch", "list", "--limit", "2").err()).contains("there are more; --all shows them");
        assertThat(ask("batch", "list", "--from", "2031-01-01").err()).contains("no batches");
    }

    @Test
    @Order(1)
    void aListOfFilesThatNeverBecameBatchesIsEmptyAtFirst() {
        assertThat(ask("batch", "files", "unclaimed").err()).isEqualToNormalizingNewlines("banku: no files\n");
        assertThat(ask("batch", "files", "lost").err()).contains("BNK-7000", "duplicate");
    }

    @Test
    @Order(1)
    void controlsAreShownWithTheirDifferences() throws Exception {
        assertThat(ask("batch", "show", id(UNBALANCED)).out())
                .containsPattern("CONTROL +STATE +EXPECTED +FOUND +DIFFERENCE +DEFINITION")
                .containsPattern("credits +broken +[0-9.]+ +[0-9.]+ +-100\\.00 +sum\\(TX-AMOUNT\\)");
    }

    @Test
    @Order(1)
    void jsonIsTheAnswerOfTheApi() throws Exception {
        JsonNode list =
                new ObjectMapper().readTree(ask("batch", "list", "--json").out());
        JsonNode shown = new ObjectMapper()
                .readTree(ask("batch", "show", id(REJECTED), "--json").out());

        assertThat(list.path("items")).hasSize(3);
        assertThat(shown.path("file").asText()).isEqualTo(REJECTED);
        assertThat(shown.path("counts").path("rejected").asInt()).isEqualTo(1);
    }

    @Test
    @Order(1)
    void aBatchThatIsNotThereIsRefused() {
        Terminal run = ask("batch", "show", "zzzz");

        assertThat(run.err()).contains("BNK-7002 There is no such batch: expected", "found none like zzzz");
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED.number());
    }

    @Test
    @Order(1)
    void aSealedBatchCannotBeDecidedAbout() throws Exception {
        Terminal run = ask("batch", "refuse", id("BRANCH0042.TXT"), "--reason", "too late");

        assertThat(run.err()).contains("BNK-7005", "to be held or waiting, found it sealed");
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED.number());
    }

    @Test
    @Order(1)
    void anAccountIsShownWithItsAmounts() {
        LiveProgram.await(() -> ask("account", "show", "0045000218").code() == 0);

        Terminal run = ask("account", "show", "0045000218");

        assertThat(run.out()).containsPattern("balance +1190\\.00 EUR").containsPattern("status +unopened");
        assertThat(ask("account", "show", "0045000218", "--json").out()).startsWith("{\"account\":\"0045000218\"");
    }

    @Test
    @Order(1)
    void anAccountThatIsNotThereIsRefused() {
        Terminal run = ask("account", "show", "4711");

        assertThat(run.err()).contains("BNK-7001", "found nothing about 4711", "with all its zeros");
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED.number());
    }

    @Test
    @Order(1)
    void withoutABridgeTheCommandSaysWhatToStart() throws Exception {
        int port = FreePort.any();

        Terminal run = Terminal.banku("batch", "list", "--api", "http://127.0.0.1:" + port);

        assertThat(run.err()).contains("expected the API of a running bridge at http://127.0.0.1:" + port, "banku run");
        assertThat(run.code()).isEqualTo(ExitCode.ENVIRONMENT.number());
    }

    @Test
    @Order(1)
    void anAddressThatIsNoneIsAUsageError() {
        Terminal run = Terminal.banku("batch", "list", "--api", "localhost:8080");

        assertThat(run.err()).contains("--api: expected a URL such as http://127.0.0.1:8080, found localhost:8080");
        assertThat(run.code()).isEqualTo(ExitCode.USAGE.number());
    }

    @Test
    @Order(1)
    void aDecisionNeedsAReason() {
        assertThat(ask("batch", "release", "1234").code()).isEqualTo(ExitCode.USAGE.number());
    }

    @Test
    @Order(DECIDES)
    void aReleaseIsWaitedForAndTellsWhatBecameOfIt() throws Exception {
        Terminal run = ask("batch", "release", id(REJECTED), "--reason", "the branch confirmed line 3");

        assertThat(run.out()).contains("branch-deposits BRANCH0043.TXT is sealed: 5 read, 4 published + 1 rejected");
        assertThat(run.code()).isEqualTo(ExitCode.REJECTS.number());
        assertThat(ask("batch", "show", id(REJECTED)).out()).contains("the branch confirmed line 3");
        assertThat(ask("audit", "list", "--batch", id(REJECTED)).out())
                .containsPattern("AT +BY +ACTION +ABOUT +REASON")
                .containsPattern("Z +\\(.*\\) +release +branch-deposits "
                        + id(REJECTED).substring(0, 8) + " +the branch confirmed line 3");
        assertThat(ask("audit", "list", "--by", "nobody").err()).contains("nothing was decided");
    }

    @Test
    @Order(DECIDES)
    void aRefusalIsWaitedForToo() throws Exception {
        Terminal run = ask("batch", "refuse", id(UNBALANCED), "--reason", "a new file will come");

        assertThat(run.out()).contains("daily-transactions TXN.D261122.BIN is refused");
        assertThat(run.code()).isEqualTo(ExitCode.CLEAN.number());
    }

    @Test
    @Order(DECIDES + 1)
    void allRejectsOfAHeldAndOfARefusedBatchAreReadPageByPage() throws Exception {
        String line = "004500021800000119x00EUR20261120090000\n";
        program.deliver("BRANCH0099.TXT", line.repeat(45).getBytes(StandardCharsets.US_ASCII), "held");
        String id = id("BRANCH0099.TXT");
        assertThat(json("batch", "show", id).path("rejects")).hasSize(20);

        isReadPageByPage(id);
        ask("batch", "refuse", id, "--reason", "a new file will come");
        assertThat(json("batch", "show", id).path("state").asText()).isEqualTo("refused");
        isReadPageByPage(id);
    }

    @Test
    @Order(DECIDES + 2)
    void aRejectOfASealedBatchIsShownCorrectedAndPublishedOnce() throws Exception {
        String reject = id(REJECTED).substring(0, 12) + "/3";

        assertThat(ask("reject", "list", id(REJECTED).substring(0, 12)).out())
                .containsPattern("REJECT +STATUS +CODE +FIELD +REASON\n" + reject + " +open +BNK-2005 +BD-AMOUNT");
        assertThat(ask("reject", "show", reject).out())
                .contains(
                        "record 3 is open", "BNK-2005 BD-AMOUNT: expected digits", "as it was sent:", "hex ", "fields")
                .contains("|AMOUNT");
        Terminal dry = ask("reject", "correct", reject, "--set", "BD-AMOUNT=12.50", "--reason", "x", "--dry-run");
        assertThat(dry.out()).contains("is open; nothing was done", "becomes MoneyDeposited", " amount=12.50");
        Terminal unfit = ask("reject", "correct", reject, "--set", "BD-AMOUNT=x", "--reason", "typed");
        assertThat(unfit.err()).contains("BNK-5053", "BD-AMOUNT: expected a number such as -125.00, found 'x'");
        Terminal still = ask("reject", "correct", reject, "--set", "BD-CCY=EUR", "--reason", "typed");
        assertThat(still.err()).contains("BNK-5053", "found BNK-2005 BD-AMOUNT");
        assertThat(ask("reject", "resubmit", reject, "--reason", "as it is").out())
                .contains("is open: BNK-2005 BD-AMOUNT");

        assertThat(ask("reject", "correct", reject, "--set", "BD-AMOUNT=905.00", "--reason", "the branch's mail")
                        .code())
                .isEqualTo(ExitCode.CLEAN.number());
        assertThat(ask("batch", "show", id(REJECTED)).out()).contains("4 published + 1 rejected");
        Terminal resubmitted = ask("reject", "resubmit", reject, "--reason", "the branch's mail");

        assertThat(resubmitted.out()).contains("record 3 is published");
        assertThat(resubmitted.code()).isEqualTo(ExitCode.CLEAN.number());
        assertThat(ask("reject", "resubmit", reject, "--reason", "again").out()).contains("record 3 is published");
        assertThat(ask("reject", "dismiss", reject, "--reason", "late").err())
                .contains("BNK-5054", "found it published");
        assertThat(ask("reject", "show", reject).out())
                .contains("as it is corrected:", "correct BD-AMOUNT=905.00")
                .containsPattern("resubmit +20.*again");
        Terminal batch = ask("batch", "show", id(REJECTED));
        assertThat(batch.out())
                .contains("5 read, 5 published + 0 rejected + 0 skipped; 5 events", "resubmitted record 3 by");
        assertThat(batch.code()).isEqualTo(ExitCode.CLEAN.number());
        assertThat(ask("reject", "show", id(REJECTED).substring(0, 12) + "/2").err())
                .contains("BNK-5050", "record 2 is none");
        assertThat(ask("reject", "show", id(REJECTED).substring(0, 12) + "/9").err())
                .contains("BNK-5050", "the end of the file after record 5");
    }

    @Test
    @Order(DECIDES + 3)
    void manyRejectsOfAHeldBatchAreCorrectedAtOnceAndGoWithItsRelease() throws Exception {
        String bad = "004500021800000119x00EUR20261120090000\n";
        String good = "004500021800000001000EUR20261120090000\n";
        program.deliver("BRANCH0098.TXT", (bad + good + bad).getBytes(StandardCharsets.US_ASCII), "held");
        String id = id("BRANCH0098.TXT").substring(0, 12);
        String[] correct = {
            "reject", "correct", id, "--where", "code=BNK-2005", "--set", "BD-AMOUNT=1.19", "--reason", "typed"
        };

        Terminal dry = ask(plus(correct, "--dry-run"));
        assertThat(dry.out()).contains(id + "/1: becomes MoneyDeposited", id + "/3: ", "2 rejects, nothing was done");
        assertThat(ask("reject", "resubmit", id + "/1", "--reason", "now").err())
                .contains("BNK-5054", "to be sealed, found it held");
        assertThat(ask(correct).out()).contains("2 rejects: correct");
        assertThat(ask("reject", "list", id, "--where", "status=corrected")
                        .out()
                        .lines())
                .hasSize(3);
        assertThat(ask("batch", "show", id).out())
                .containsPattern("RECORD +IS +SINCE +BY +REASON\n +1 +corrected +20.*typed\n +3 +corrected +20.*typed");
        Terminal released = ask("batch", "release", id, "--reason", "corrected");

        assertThat(released.out()).contains("is sealed: 3 read, 3 published + 0 rejected");
        assertThat(ask("batch", "show", id).out())
                .containsPattern("CURRENCY +CREDITS +DEBITS +BALANCES\nEUR +\\d+\\.\\d\\d +0\\.00 +0\\.00\n")
                .containsPattern(" 1 +published +20.*typed\n +3 +published +20.*typed");
        assertThat(ask("reject", "show", id + "/1").out())
                .contains("record 1 is published", "00000119x00", "as it is corrected:", "correct BD-AMOUNT=1.19");
        assertThat(ask("reject", "correct", id + "/1", "--set", "BD-AMOUNT=2", "--reason", "late")
                        .err())
                .contains("BNK-5050", "record 1 is none");
        assertThat(released.code()).isEqualTo(ExitCode.CLEAN.number());
    }

    /** Record 19 of the sample has 125.00 by its trailer. */
    @Test
    @Order(DECIDES)
    void aWrongCorrectionThatHoldsItsBatchAgainIsCorrectedOnceMore() throws Exception {
        program.deliver("daily-transactions/broken/TXN.D261123.BIN", "held");
        String id = id("TXN.D261123.BIN").substring(0, 12);
        ask("reject", "correct", id + "/19", "--set", "TX-AMOUNT=124.99", "--reason", "misread");
        Terminal wrong = ask("batch", "release", id, "--reason", "corrected");
        assertThat(wrong.out()).contains("BNK-4030 control credits", "(difference -0.01)");
        assertThat(wrong.code()).isEqualTo(ExitCode.REFUSED.number());

        Terminal again = ask("reject", "correct", id + "/19", "--set", "TX-AMOUNT=125.00", "--reason", "read again");

        assertThat(again.out()).contains("amount=125.00");
        assertThat(ask("batch", "release", id, "--reason", "corrected again").out())
                .contains("is sealed: 123 read, 120 published + 0 rejected");
    }

    @Test
    @Order(1)
    void aRejectIsABatchAndARecord() {
        assertThat(ask("reject", "show", "1234").err()).contains("expected BATCH/RECORD, as fa02fcfe9fb1/19");
        assertThat(ask("reject", "dismiss", "1234", "--reason", "x").err()).contains("or a batch with --where");
        assertThat(ask("reject", "dismiss", "1234/1", "--where", "code=1", "--reason", "x")
                        .err())
                .contains("expected a batch with --where, found one record of it: 1234/1");
    }

    private static String[] plus(String[] arguments, String last) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = last;
        return all;
    }

    private static void isReadPageByPage(String id) throws Exception {
        JsonNode first = json("batch", "rejects", id, "--limit", "20");
        assertThat(first.path("items")).hasSize(20);
        assertThat(first.path("next").asText()).isNotEmpty();
        JsonNode all = json("batch", "rejects", id, "--limit", "20", "--all");
        assertThat(all.path("items").findValuesAsText("record"))
                .isEqualTo(
                        IntStream.rangeClosed(1, 45).mapToObj(Integer::toString).toList());
        assertThat(all.path("items").get(44).path("fileOffset").asInt()).isEqualTo(44 * 39);
        assertThat(all.has("next")).isFalse();
        Terminal page = ask("batch", "rejects", id, "--limit", "20");
        assertThat(page.out().lines()).hasSize(21);
        assertThat(page.err()).contains("there are more; --all shows them");
        assertThat(ask("batch", "rejects", id, "--all").out()).containsPattern("\n +45 +1,?716 +BNK-2005 +BD-AMOUNT");
    }

    @Test
    @Order(DECIDES - 1)
    void aNightIsShownAndClosedWithoutTheFeedsThatAreNotDone() {
        assertThat(ask("night", "list", "--state", "open").out().lines())
                .anyMatch(line -> line.matches("core +2026-11-22 +open +account-master, daily-transactions"));
        assertThat(ask("night", "show", "core", "2026-11-22").out())
                .startsWith("core of 2026-11-22: open, waits for account-master, daily-transactions")
                .containsPattern("account-master +missing +0 +0");
        assertThat(ask("night", "show", "Core", "2026-11-22").err()).contains("BNK-5073", "found none called Core");
        assertThat(close("account-master").err())
                .contains("BNK-5074", "expected the feeds that are not done, [account-master, daily-transactions]");

        Terminal closed = close("account-master,daily-transactions");

        assertThat(closed.out()).startsWith("core of 2026-11-22: closed at 20");
        assertThat(ask("night", "show", "core", "2026-11-22").out())
                .containsPattern("account-master +without")
                .contains("without account-master, daily-transactions: no line");
        assertThat(close("account-master").err()).contains("BNK-5074", "found it closed at");
        assertThat(ask("night", "list", "--state", "closed").out()).contains("2026-11-22  closed  20");
        assertThat(ask("audit", "list", "--feed", "nights").out()).contains("close");
    }

    private static Terminal close(String without) {
        return ask("night", "close", "core", "2026-11-22", "--without", without, "--reason", "no line");
    }

    /** The sample feeds, and a night of two of them. */
    private static Path withANight() throws IOException {
        Path samples = Path.of("sample-mainframe-files");
        Path feeds = folder.resolve("feeds");
        try (Stream<Path> files = Files.walk(samples)) {
            for (Path file : files.toList()) {
                Path to = feeds.resolve(samples.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
        Files.writeString(feeds.resolve("nights.yaml"), """
                nights:
                  core: { from: 2026-11-22, feeds: [account-master, daily-transactions] }
                """);
        return feeds;
    }

    private static JsonNode json(String... arguments) throws Exception {
        String[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--json";
        return new ObjectMapper().readTree(ask(all).out());
    }

    private static String id(String file) throws Exception {
        for (JsonNode item : new ObjectMapper()
                .readTree(ask("batch", "list", "--json").out())
                .path("items")) {
            if (item.path("file").asText().equals(file)) {
                return item.path("id").asText();
            }
        }
        throw new AssertionError("expected a batch of " + file);
    }

    @Test
    @Order(99)
    void aFileThatNoFeedClaimsIsGivenToOne() throws Exception {
        Path aside = Files.createDirectories(
                folder.resolve("data/refused/unclaimed").resolve("20261128T004431.006-6a98b558"));
        Files.writeString(aside.resolve("report.json"), """
                {"file":"friday.bin","state":"refused","finding":{"code":"BNK-4010","message":"expected a name"}}
                """);
        Files.writeString(aside.resolve("friday.bin"), "no records");

        assertThat(ask("unclaimed", "list").out()).contains("20261128T004431.006-6a98b558", "friday.bin");
        assertThat(ask("unclaimed", "show", "friday.bin").out()).contains("BNK-4010", "banku unclaimed assign 2026");
        assertThat(ask("unclaimed", "show", "2031").err()).contains("BNK-5090", "found 0 like 2031");
        String[] assign = {"unclaimed", "assign", "20261128", "daily-transactions", "--reason", "renamed"};
        assertThat(ask(assign).err()).contains("BNK-5091", "expected a date");
        Terminal done = ask(Stream.concat(Stream.of(assign), Stream.of("--date", "2030-12-31"))
                .toArray(String[]::new));

        assertThat(done.out()).contains("friday.bin is read as TXN.D301231.BIN of feed daily-transactions");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> ask("batch", "list", "--from", "2030-12-31").out().contains("TXN.D301231.BIN"));
        assertThat(ask("unclaimed", "list").err()).contains("no files");
        assertThat(ask("audit", "list").out()).contains("assign", "friday.bin as TXN.D301231.BIN");
    }

    private static Terminal ask(String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--api";
        all[arguments.length + 1] = program.api();
        return Terminal.banku(all);
    }
}
