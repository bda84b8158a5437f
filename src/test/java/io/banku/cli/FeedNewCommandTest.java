package io.banku.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.feed.Feed;
import io.banku.feed.HeldToSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is drafted from a copybook and a file, beside what people wrote about the same file. */
class FeedNewCommandTest {
    private static final Path SAMPLES = Path.of("sample-mainframe-files");
    private static final Charset EBCDIC = Charset.forName("IBM037");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "daily-transactions, DAILYTXN.cpy, TXN.D261120.BIN, 6",
        "account-master, ACCTMAST.cpy, ACM.D261120.DAT, 5",
        "branch-deposits, BRANCHDP.cpy, BRANCH0042.TXT, 0"
    })
    void ofASampleFeedAllThatPeopleWroteIsFoundButTheTimezone(String name, String copybook, String sample, int controls)
            throws IOException {
        Path source = SAMPLES.resolve(name);
        Terminal run = drafted(name, source.resolve(copybook), source.resolve(sample));

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isEqualTo(ExitCode.CLEAN.number());
        assertThat(folder.resolve("feeds/" + name + "/" + copybook)).hasSameBinaryContentAs(source.resolve(copybook));
        assertThat(folder.resolve("feeds/" + name + "/samples/" + sample))
                .hasSameBinaryContentAs(source.resolve(sample));
        assertThat(HeldToSchema.faults(Files.readString(yaml(name)))).isEmpty();
        decided(name, "timezone: TODO", "timezone: Europe/Vienna");
        Feed drafted = Feed.load(yaml(name).getParent());
        Feed written = Feed.load(source);
        assertThat(drafted.framing()).hasToString(written.framing().toString());
        assertThat(drafted.files().text()).isEqualTo(written.files().text());
        assertThat(meanings(drafted)).containsExactlyInAnyOrderElementsOf(meanings(written));
        assertThat(equations(drafted))
                .containsExactlyElementsOf(equations(written))
                .hasSize(controls);
        Terminal check = Terminal.banku("feed", "check", yaml(name).getParent().toString());
        assertThat(check.out())
                .contains(sample + " would be published", controls + " of " + controls + " controls close");
        assertThat(Terminal.banku("feed", "test", yaml(name).getParent().toString())
                        .code())
                .isEqualTo(ExitCode.CLEAN.number());
    }

    private static List<String> meanings(Feed feed) {
        return feed.records().stream().map(Feed.Outline::meaning).toList();
    }

    /** Rules have names of their own. */
    private static List<String> equations(Feed feed) {
        return feed.controls().stream()
                .map(control -> control.meaning()
                        .replace("deposited", "deposit")
                        .replace("withdrawn, transferred", "withdrawal, transfer"))
                .toList();
    }

    @Test
    void recordsOfSeveralDescriptionsAreToldApartByTheirTypeAndTheSignOfAnAmountIsLeftToPeople() throws IOException {
        Files.writeString(folder.resolve("CLEARING.cpy"), """
                       01  CLR-HEADER.
                           05  CH-TYPE             PIC X.
                           05  CH-SYSTEM           PIC X(06).
                           05  CH-BUSINESS-DATE    PIC 9(08).
                           05  CH-RUN-SEQ          PIC 9(06).
                           05  FILLER              PIC X(59).
                       01  CLR-DETAIL.
                           05  CD-TYPE             PIC X.
                           05  CD-ACCOUNT-NO       PIC 9(10).
                           05  CD-AMT              PIC S9(9)V99 COMP-3.
                           05  CD-CURRENCY         PIC X(03).
                           05  CD-TIME             PIC 9(06).
                           05  CD-DESCRIPTION      PIC X(30).
                           05  CD-CARD-NAME        PIC X(20).
                           05  FILLER              PIC X(04).
                       01  CLR-TRAILER.
                           05  CT-TYPE             PIC X.
                           05  CT-COUNT            PIC 9(7) COMP-3.
                           05  CT-NET-AMT          PIC S9(13)V99 COMP-3.
                           05  CT-HASH             PIC 9(12).
                           05  FILLER              PIC X(55).
                """);
        Files.write(folder.resolve("CLR20261203.DAT"), clearing());

        Terminal run = drafted("clearing", folder.resolve("CLEARING.cpy"), folder.resolve("CLR20261203.DAT"));

        assertThat(run.out()).contains("3 rules, 5 controls that the sample keeps, 2 lines with a TODO");
        assertThat(Files.readString(yaml("clearing")))
                .contains("files:    CLR{date:yyyyMMdd}.DAT", "encoding: cp037", "framing:  fixed")
                .contains("header:  { when: CH-TYPE = 'H', role: header }", "CD-AMT is not above zero in record 2")
                .contains("private: [CD-DESCRIPTION, CD-CARD-NAME]")
                .containsPattern("records: +count\\(\\) += trailer.CT-COUNT +# both 40")
                .containsPattern("net-amt: +sum\\(CD-AMT\\) += trailer.CT-NET-AMT")
                .containsPattern("hash: +sum\\(CD-ACCOUNT-NO\\) mod 1000000000000 += trailer.CT-HASH")
                .containsPattern("date: +header.CH-BUSINESS-DATE += file.date +# both 20261203");
        Terminal check = Terminal.banku("feed", "check", folder + "/feeds/clearing");
        assertThat(check.err().lines())
                .allMatch(line -> line.matches("clearing/feed.yaml:\\d+:\\d+: BNK-3037 expected '(timezone|event)' .*"))
                .hasSize(2);
        assertThat(check.code()).isEqualTo(ExitCode.REFUSED.number());
    }

    private static byte[] clearing() {
        Random random = new Random(5);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(("H" + "SEPACT" + "20261203" + "000417" + " ".repeat(59)).getBytes(EBCDIC));
        long net = 0;
        long hash = 0;
        for (int i = 0; i < 40; i++) {
            long amount = (1 + random.nextInt(99_999)) * (i % 3 == 0 ? -1 : 1);
            long account = 1_000_000_000L + random.nextInt(1_000_000_000);
            net += amount;
            hash += account;
            file.writeBytes(("D" + account).getBytes(EBCDIC));
            file.writeBytes(packed(amount, 6));
            file.writeBytes(String.format("USD%06d%-30s%-20s    ", 90_000 + i, "CARD PAYMENT " + i, "JOHN DOE")
                    .getBytes(EBCDIC));
        }
        file.writeBytes("T".getBytes(EBCDIC));
        file.writeBytes(packed(40, 4));
        file.writeBytes(packed(net, 8));
        file.writeBytes(String.format("%012d%55s", hash, "").getBytes(EBCDIC));
        return file.toByteArray();
    }

    private static byte[] packed(long value, int bytes) {
        String digits = BigInteger.valueOf(Math.abs(value)).toString();
        return HexFormat.of().parseHex("0".repeat(2 * bytes - 1 - digits.length()) + digits + (value < 0 ? "D" : "C"));
    }

    @Test
    void linesWithCreditsAndDebitsBecomePostingsWithATotalEach() throws IOException {
        Files.writeString(folder.resolve("DESK.cpy"), """
                       01  DESK-RECORD.
                           05  D-KIND              PIC XX.
                               88  D-HDR           VALUE '00'.
                               88  D-CREDIT        VALUE '10'.
                               88  D-DEBIT         VALUE '20'.
                               88  D-CORRECTION    VALUE '30'.
                               88  D-TRL           VALUE '99'.
                           05  D-DATA.
                               10  D-ACCT          PIC 9(08).
                               10  D-AMOUNT        PIC 9(07)V99.
                               10  D-CCY           PIC X(03).
                               10  D-BOOKED-AT     PIC 9(14).
                               10  D-REF           PIC X(08).
                           05  D-HEAD REDEFINES D-DATA.
                               10  D-H-SYSTEM      PIC X(08).
                               10  D-H-DATE        PIC X(10).
                           05  D-TRAIL REDEFINES D-DATA.
                               10  D-T-RECS        PIC 9(06).
                               10  D-T-CREDIT      PIC 9(9)V99.
                               10  D-T-DEBIT       PIC 9(9)V99.
                """);
        StringBuilder lines = new StringBuilder("00CASHDESK2026-12-03\r\n");
        long[] sums = new long[2];
        for (int i = 0; i < 25; i++) {
            int isDebit = i % 4 == 0 ? 1 : 0;
            sums[isDebit] += 100 + 977 * i;
            lines.append(String.format(
                    "%d0%08d%09dEUR20261203%06dREF%05d\r\n",
                    1 + isDebit, 4711 * (i + 1), 100 + 977 * i, 80_000 + i, i));
        }
        lines.append(String.format("99%06d%011d%011d\r\n", 27, sums[0], sums[1]));
        Files.writeString(folder.resolve("DESK-0815.TXT"), lines, StandardCharsets.US_ASCII);

        drafted("desk", folder.resolve("DESK.cpy"), folder.resolve("DESK-0815.TXT"));

        assertThat(Files.readString(yaml("desk")))
                .contains("files:    DESK-*.TXT", "framing:  {lines: {end: crlf}}")
                .contains("credit:  { when: D-CREDIT, event: MoneyDeposited, key: D-ACCT, data: posting }")
                .contains("debit:   { when: D-DEBIT, event: MoneyWithdrawn, key: D-ACCT, data: posting }")
                .contains("such a record would be a reject: D-CORRECTION")
                .containsPattern("count\\(all\\) += trailer.D-T-RECS")
                .containsPattern("sum\\(D-AMOUNT\\) when credit += trailer.D-T-CREDIT")
                .containsPattern("sum\\(D-AMOUNT\\) when debit += trailer.D-T-DEBIT");
        decided("desk", "timezone: TODO", "timezone: UTC");
        assertThat(Terminal.banku("feed", "check", folder + "/feeds/desk").out())
                .contains("3 of 3 controls close");
        assertThat(Terminal.banku("feed", "test", folder + "/feeds/desk").code())
                .isEqualTo(ExitCode.CLEAN.number());
    }

    @Test
    void whatIsThereIsNeverOverwritten() throws IOException {
        Path there = Files.createDirectories(folder.resolve("feeds/mine"));
        Files.writeString(there.resolve("feed.yaml"), "mine");

        Terminal run = drafted(
                "mine",
                SAMPLES.resolve("branch-deposits/BRANCHDP.cpy"),
                SAMPLES.resolve("branch-deposits/BRANCH0042.TXT"));

        assertThat(run.code()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(run.err()).contains("BNK-3038", "nothing is overwritten");
        assertThat(there.resolve("feed.yaml")).hasContent("mine");
        assertThat(there).isDirectoryNotContaining(file -> !file.endsWith("feed.yaml"));
    }

    @ParameterizedTest
    @CsvSource({
        "account-master/ACCTMAST.cpy, daily-transactions/TXN.D261120.BIN",
        "account-master/ACCTMAST.cpy, daily-transactions/broken/TXN.D261124.BIN",
        "daily-transactions/DAILYTXN.cpy, account-master/ACM.D261119.DAT",
        "branch-deposits/BRANCHDP.cpy, branch-deposits/BRANCHDP.cpy"
    })
    void nothingIsWrittenWhereTheCopybookDoesNotFitTheFile(String copybook, String sample) {
        Terminal run = drafted("wrong", SAMPLES.resolve(copybook), SAMPLES.resolve(sample));

        assertThat(run.err()).contains("BNK-3039");
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(folder.resolve("feeds/wrong")).doesNotExist();
    }

    @Test
    void aFileThatSaysNothingIsRefused() throws IOException {
        for (byte[] bytes : List.of(new byte[0], new byte[1], new byte[5000])) {
            Path file = Files.write(folder.resolve("F"), bytes);

            Terminal run = drafted("nothing", SAMPLES.resolve("branch-deposits/BRANCHDP.cpy"), file);

            assertThat(run.err()).contains("BNK-3039");
            assertThat(folder.resolve("feeds")).doesNotExist();
        }
        assertThat(drafted("nothing", SAMPLES.resolve("branch-deposits/BRANCHDP.cpy"), folder)
                        .err())
                .contains("BNK-3030");
    }

    private Terminal drafted(String name, Path copybook, Path sample) {
        return Terminal.banku(
                "feed",
                "new",
                name,
                "--copybook",
                copybook.toString(),
                "--sample",
                sample.toString(),
                "--dir",
                folder.resolve("feeds").toString());
    }

    private Path yaml(String name) {
        return folder.resolve("feeds/" + name + "/feed.yaml");
    }

    /** As a person decides one. */
    private void decided(String name, String todo, String value) throws IOException {
        Files.writeString(yaml(name), Files.readString(yaml(name)).replaceFirst(todo + ".*", value));
    }
}
