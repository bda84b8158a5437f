package io.banku.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedCommandTest {
    private static final Path SAMPLES = Path.of("sample-mainframe-files");

    @TempDir
    Path folder;

    @Test
    void aGoodFeedIsToldAsItWasUnderstoodWithWhatBecomesOfItsSamples() {
        Terminal run = Terminal.banku("feed", "check", SAMPLES + "/daily-transactions");

        assertThat(run.out())
                .contains("daily-transactions: CORE87 daily account transactions; files TXN.D{date:yyMMdd}.BIN")
                .contains("deposited → MoneyDeposited", "transferred → MoneySent, MoneyReceived", "header → header")
                .contains("records: count() = trailer.TXT-COUNT")
                .contains("TXN.D261120.BIN would be published: 3,005 read = 3,000 published + 0 rejected + 5 skipped,"
                        + " 3,802 events; 6 of 6 controls close");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isEqualTo(ExitCode.CLEAN.number());
    }

    @Test
    void aConditionThatNeverHoldsIsNoted() throws IOException {
        Files.writeString(folder.resolve("R.cpy"), "01 R.\n 05 K PIC X.\n 88 IS-LONG VALUE 'AB'.\n 05 A PIC 9V99.\n");
        Files.writeString(folder.resolve("feed.yaml"), """
                feed: %s
                input: { files: F, copybook: R.cpy, encoding: us-ascii, framing: lines }
                records:
                  long: { when: IS-LONG, role: skip }
                  rest: { event: MoneyDeposited, key: K, data: { amount: A | money 'EUR' } }
                """.formatted(folder.getFileName()));

        Terminal run = Terminal.banku("feed", "check", folder.toString());

        assertThat(run.code()).isEqualTo(ExitCode.CLEAN.number());
        assertThat(run.out())
                .contains("  note      R.cpy:3:2: IS-LONG asks for 'AB', which an item of 1 characters never is");
    }

    @Test
    void theSchemaIsPrintedAsItIs() throws IOException {
        Terminal run = Terminal.banku("feed", "schema");

        assertThat(run.out()).isEqualTo(Files.readString(Path.of("src/main/resources/feed.schema.json")));
        assertThat(run.code()).isEqualTo(ExitCode.CLEAN.number());
    }

    @Test
    void samplesNeedNotBeRead() {
        Terminal run = Terminal.banku("feed", "check", "--no-samples", SAMPLES + "/daily-transactions");

        assertThat(run.out()).contains("deposited → MoneyDeposited").doesNotContain("TXN.D261120.BIN would");
    }

    @Test
    void aSampleThatWouldBeHeldIsToldWithItsReasonsAndRefused() throws IOException {
        feed("branch-deposits", "BRANCHDP.cpy");
        copy("branch-deposits/broken/BRANCH0043.TXT", "branch-deposits");

        Terminal run = Terminal.banku("feed", "check", folder.resolve("branch-deposits") + "");

        assertThat(run.out())
                .contains("BRANCH0043.TXT would be held: 5 read = 4 published + 1 rejected + 0 skipped")
                .contains("BNK-2005 BD-AMOUNT at record 3, byte 0xA, ", "[30 30 30 30 30 39 30 35 2E 30 30]");
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED.number());
    }

    /** As a file of another framing, of another encoding, and one that lost bytes on its way. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fixed | cp037    | 000D0000F0F0F0F1C1C2C3C4C5 * 9                                   | BNK-2115 the file's first records fit rdw
            fixed | us-ascii | F0F0F0F1C1C2C3C4C5 * 9                                           | BNK-2116 the file's blanks, digits and letters are EBCDIC
            fixed | cp037    | 303030314142434445 * 9                                           | BNK-4005 expected EBCDIC, found blanks, digits and letters of ASCII
            rdw   | cp037    | 303030314142434445 * 9                                           | BNK-4005 expected EBCDIC, found blanks, digits and letters of ASCII
            fixed | cp037    | F0F0F0F1D1D2D3D4D5 * 9 4040 F0F0F0F1D1D2D3D4D5 * 9               | BNK-2114 the records decode up to record 9, which ends at byte 81 (0x51), and again from byte 83 (0x53) on
            fixed | cp037    | F0F0F0F1D1D2D3D4D5 * 4 4040 F0F0F0F1D1D2D3D4D5 * 4 F0F0F0F1D1D2D3 | BNK-2114 the records decode up to record 4, which ends at byte 36 (0x24), and again from byte 38 (0x26) on
            """)
    void whatASampleMayBeIsTold(String framing, String encoding, String bytes, String told) throws IOException {
        Files.writeString(folder.resolve("R.cpy"), "01 R.\n 05 A PIC 9(4).\n 05 K PIC X(5).\n");
        Files.writeString(folder.resolve("feed.yaml"), """
                feed: %s
                input: { files: F, copybook: R.cpy, encoding: %s, framing: %s }
                records:
                  all: { event: MoneyDeposited, key: K, data: { amount: A | money 'JPY' } }
                """.formatted(folder.getFileName(), encoding, framing));
        StringBuilder file = new StringBuilder();
        Matcher part = Pattern.compile("([0-9A-F]+)(?: \\* (\\d+))?").matcher(bytes);
        while (part.find()) {
            file.append(part.group(1).repeat(part.group(2) == null ? 1 : Integer.parseInt(part.group(2))));
        }
        Files.write(folder.resolve("F"), HexFormat.of().parseHex(file));

        Terminal run = Terminal.banku("feed", "check", folder.toString());

        assertThat(run.out()).contains("    " + told);
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED.number());
    }

    @Test
    void aSampleOutOfBalanceIsToldWithTheControlsThatDoNotClose() throws IOException {
        feed("account-master", "ACCTMAST.cpy");
        copy("account-master/broken/ACM.D261121.DAT", "account-master");
        copy("account-master/broken/ACM.D261122.DAT", "account-master");

        Terminal run = Terminal.banku("feed", "check", folder.resolve("account-master") + "/");

        assertThat(run.out())
                .contains(
                        "ACM.D261121.DAT would be held", "BNK-4030 control records: expected", "2 of 5 controls close")
                .contains("ACM.D261122.DAT would be refused", "BNK-2101 after record 83");
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED.number());
    }

    @Test
    void allFaultsOfAllFeedsAreToldWithTheirPlaces() throws IOException {
        Path one = feed("account-master", "ACCTMAST.cpy");
        Path other = feed("branch-deposits", "BRANCHDP.cpy");
        replace(one, "AM-IS-HEADER", "AM-IS-HEADR");
        replace(one, "release: when-balanced", "release: sometimes");
        replace(other, "us-ascii", "cp99999");

        Terminal run = Terminal.banku("feed", "check", one + "", other + "", SAMPLES + "/branch-deposits");

        assertThat(run.err().lines())
                .anyMatch(line -> line.matches("account-master/feed\\.yaml:\\d+:\\d+: .*AM-IS-HEADR.*"))
                .anyMatch(line -> line.matches("account-master/feed\\.yaml:\\d+:\\d+: .*sometimes.*"))
                .anyMatch(line -> line.matches("branch-deposits/feed\\.yaml:\\d+:\\d+: .*cp99999.*"));
        assertThat(run.out()).contains("BRANCH0042.TXT would be published");
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED.number());
    }

    @ParameterizedTest(name = "{0} {1} -> {2}")
    @CsvSource({
        "BRANCH.TXT,,true",
        "BRANCH.TXT, name, true",
        "BRANCH{date:yyMMdd}.TXT,, false",
        "BRANCH{sequence}.TXT,, false",
        "BRANCH*.TXT,, false",
        "BRANCH.TXT, 'name, arrival-date', false",
    })
    void aPatternThatWillMeetItselfIsTold(String files, String identity, boolean told) throws IOException {
        Path feed = feed("branch-deposits", "BRANCHDP.cpy");
        Path definition = feed.resolve("feed.yaml");
        Files.writeString(
                definition,
                Files.readString(definition).replaceAll("(?m)^  files: .*$", "  files: \"" + files + "\"")
                        + (identity == null ? "" : "identity: " + identity + "\n"));

        Terminal run = Terminal.banku("feed", "check", "--no-samples", feed + "");

        assertThat(run.out().contains("identity: name, arrival-date"))
                .as(run.out() + run.err())
                .isEqualTo(told);
    }

    @Test
    void aFeedWithFaultsHidesNoOtherInTheList() throws IOException {
        feed("account-master", "ACCTMAST.cpy");
        replace(feed("branch-deposits", "BRANCHDP.cpy"), "us-ascii", "cp99999");

        Terminal run = Terminal.banku("feed", "list", "--feeds", folder.toString());

        assertThat(run.out()).contains("account-master");
        assertThat(run.err()).contains("branch-deposits/feed.yaml:", "cp99999");
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED.number());
    }

    @Test
    void feedsAreListedWithTheFilesThatTheyClaim() {
        Terminal run = Terminal.banku("feed", "list", "--feeds", SAMPLES.toString());

        assertThat(run.out().lines())
                .hasSize(4)
                .anyMatch(line -> line.matches(
                        "account-master +ACM\\.D\\{date:yyMMdd}\\.DAT +when-balanced +5 +CORE87 account master.*"));
        assertThat(run.code()).isEqualTo(ExitCode.CLEAN.number());
    }

    @Test
    void aDirectoryWithoutFeedsIsRefused() {
        Terminal run = Terminal.banku("feed", "list", "--feeds", folder.toString());

        assertThat(run.err()).contains("expected folders with a feed.yaml, found none");
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED.number());
    }

    private Path feed(String name, String copybook) throws IOException {
        Files.createDirectories(folder.resolve(name));
        copy(name + "/" + copybook, name);
        copy(name + "/feed.yaml", name);
        return folder.resolve(name);
    }

    private void copy(String sample, String into) throws IOException {
        Path file = SAMPLES.resolve(sample);
        Files.copy(file, folder.resolve(into).resolve(file.getFileName()));
    }

    private static void replace(Path feed, String right, String wrong) throws IOException {
        Path definition = feed.resolve("feed.yaml");
        Files.writeString(definition, Files.readString(definition).replace(right, wrong));
    }
}
