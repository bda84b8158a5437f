package io.banku.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code banku feed new}: nothing stands in a draft as a fact that copybook and sample do not show. */
class FeedDraftTest {
    private static final Charset CP037 = Charset.forName("IBM037");

    private static final String DATED = """
                   01  D-RECORD.
                       05  D-TYPE            PIC X(01).
                       05  D-ACCT            PIC 9(10).
                       05  D-AMOUNT          PIC S9(7)V99 COMP-3.
                       05  D-CCY             PIC X(03).
                       05  D-DATE            PIC 9(07) COMP-3.
            """;

    @TempDir
    Path folder;

    @Test
    void packedNumbersChooseNoCodePage() throws IOException {
        Terminal run = drafted(CardFile.COPYBOOK, CardFile.of(300, CP037));

        assertThat(run.err()).isEmpty();
        assertThat(yaml()).contains("encoding: cp037", "{ when: CS-IS-HEADER, role: header }");
        decided("timezone: TODO", "timezone: UTC");
        Terminal map = Terminal.banku("feed", "map", folder + "/feeds/drafted", folder + "/F.DAT", "--unmask");
        assertThat(map.out()).contains("HOTEL [POST] {GRAZ}", "CASH @ DESK");
    }

    @Test
    void aCopybookOfAnotherFeedIsRefusedWithWhatSpeaksAgainstIt() throws IOException {
        Terminal run = drafted(
                Files.readString(Path.of("sample-mainframe-files/daily-transactions/DAILYTXN.cpy")),
                CardFile.of(300, CP037));

        assertThat(run.err())
                .contains("BNK-3039 expected a copybook that explains the file")
                .contains("its records have 64 bytes each, 12 bytes fewer than the copybook says")
                .contains(
                        "TX-TYPE has level-88 names for its values, and no record that was looked at has one of them");
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(folder.resolve("feeds")).doesNotExist();
    }

    @Test
    void recordsShorterThanTheCopybookSaysAreRefusedAndLongerOnesTold() throws IOException {
        String longer =
                CardFile.COPYBOOK.replace("PIC 9(09) COMP.", "PIC 9(09) COMP.\n           10 CS-NEW PIC X(08).");
        String shorter = CardFile.COPYBOOK
                .replace("10  CS-CARD-REF     PIC 9(09) COMP.", "")
                .replace("X(55)", "X(51)")
                .replace("X(59)", "X(55)");
        byte[] blank = CardFile.of(300, CP037);
        for (int at = 60; at < blank.length; at += 64) {
            blank[at] = blank[at + 1] = blank[at + 2] = blank[at + 3] = 0x40;
        }

        assertThat(drafted(longer, CardFile.of(300, CP037)).err()).contains("64 bytes each, 8 bytes fewer");
        assertThat(drafted(shorter, blank).err())
                .contains("BNK-3033 the copybook may be another one: its records have 64 bytes each, 4 bytes more");
        assertThat(yaml()).contains("# Mind: its records have 64 bytes each, 4 bytes more than the copybook says");
    }

    @Test
    void aTypeThatIsNoTextIsATodoThatSaysHow() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int i = 0; i < 40; i++) {
            file.writeBytes((i == 0 ? "H" : i == 39 ? "T" : "D").getBytes(CP037));
            file.write(i % 39 == 0 ? 0 : 0xF1 + i % 2);
            file.writeBytes(dated(i, 2026_300 + i));
        }

        drafted(DATED.replace("X(01)", "X(02)"), file.toByteArray());

        assertThat(yaml().replaceAll("\\s+#?\\s*", " "))
                .contains("type-xc800:", "type-d1:", "when: TODO", "in the copybook (88 IS-… VALUE X'C800')")
                .doesNotContain("role: header", "role: trailer");
        assertThat(yaml()).matches("(?s)[^\\x00-\\x09\\x0B-\\x1F\\uFFFD]*");
        assertThat(Terminal.banku("feed", "check", folder + "/feeds/drafted").err())
                .contains("BNK-3037 expected 'when' decided");
    }

    private static byte[] dated(int i, int date) {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        record.writeBytes(String.format("%010d", 1 + i % 7).getBytes(CP037));
        record.writeBytes(CardFile.packed(100 + 977L * i, 5));
        record.writeBytes("EUR".getBytes(CP037));
        record.writeBytes(CardFile.packed(date, 4));
        return record.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({"'{', '}'", "'#', ':'", "'\"', '\\'", "',', ''''"})
    void aTypeThatYamlTakesForItsOwnStandsInQuotes(String one, String other) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int i = 0; i < 40; i++) {
            file.writeBytes((i % 3 == 0 ? one : other).getBytes(CP037));
            file.writeBytes(dated(i, 2026_300 + i));
        }

        drafted(DATED, file.toByteArray());

        assertThat(yaml()).contains("D-TYPE = '", "type-x");
        assertThat(Terminal.banku("feed", "check", folder + "/feeds/drafted").err())
                .contains("BNK-3037 expected 'event' decided")
                .doesNotContain("'when'");
    }

    @ParameterizedTest
    @CsvSource({"'AT,1: #', '- 2', -", "'AT, 1', 2, -1", "1, 2, -"})
    void aTestOfATransferIsYamlWhateverItsRecordSays(String from, String to, String reference) throws IOException {
        StringBuilder file = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            file.append(String.format("T%-8s%-8s%-4s%07dEUR\n", from, to, reference, 100 + i));
            file.append(String.format("D%-8s%-8s%-4s%07dEUR\n", "4711", "", "", 900 + i));
        }

        drafted("""
                   01  X-RECORD.
                       05  X-TYPE            PIC X(01).
                           88  X-DEPOSIT     VALUE 'D'.
                           88  X-TRANSFER    VALUE 'T'.
                       05  X-ACCT            PIC X(08).
                       05  X-TO-ACCT         PIC X(08).
                       05  X-REF             PIC X(04).
                       05  X-AMT             PIC 9(05)V99.
                       05  X-CCY             PIC X(03).
            """, file.toString().getBytes(StandardCharsets.US_ASCII));
        Terminal test = Terminal.banku("feed", "test", folder + "/feeds/drafted");

        assertThat(test.err()).isEmpty();
        assertThat(test.out()).contains("2 passed, 0 failed");
    }

    @ParameterizedTest
    @CsvSource({
        "2026300, 1, D-DATE '000000' | datetime yyyyDDDHHmmss",
        "2026300, 0, D-DATE '000000' | datetime yyyyDDDHHmmss none 0000000000000",
        "1261203, 1, D-DATE '000000' | datetime CyyMMddHHmmss"
    })
    void aPackedDateIsProposed(int date, int first, String bookedAt) throws IOException {
        String copybook = DATED.replace("X(01).", "X(01).\n           88 D-DEPOSIT VALUE 'D'.");
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int i = 0; i < 20; i++) {
            file.writeBytes("D".getBytes(CP037));
            file.writeBytes(dated(i, i == 0 && first == 0 ? 0 : date + i % 20));
        }

        drafted(copybook.replace("D-RECORD", "D-DEPOSIT-RECORD"), file.toByteArray());

        assertThat(yaml()).contains("bookedAt: " + bookedAt + "   # the record has a day and no time");
    }

    @Test
    void aDateThatNoPatternReadsIsTold() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int i = 0; i < 20; i++) {
            file.writeBytes("D".getBytes(CP037));
            file.writeBytes(dated(i, 7_399_999));
        }

        drafted(DATED, file.toByteArray());

        assertThat(yaml().replaceAll("\\s+#?\\s*", " "))
                .contains("D-DATE is a date by its name, and no known pattern reads it in record 1");
    }

    @Test
    void aFileThatIsNotThereAndAnEmptyOneAreSaidOnce() throws IOException {
        Path copybook = Files.writeString(folder.resolve("C.cpy"), DATED);
        String[] arguments = {"feed", "new", "a", "-c", copybook.toString(), "--dir", folder + "/feeds", "--sample", ""
        };

        arguments[8] = folder + "/NOPE";
        assertThat(Terminal.banku(arguments).err())
                .containsOnlyOnce("expected the file " + folder + "/NOPE, found none");
        arguments[8] = Files.write(folder.resolve("EMPTY"), new byte[0]).toString();
        assertThat(Terminal.banku(arguments).err())
                .contains("BNK-3039 expected a sample with records, found the empty file");
        arguments[8] = "sample-mainframe-files/branch-deposits/BRANCH0042.TXT";
        arguments[4] = folder.toString();
        assertThat(Terminal.banku(arguments).err()).contains("found the directory " + folder + ": name one file of it");
    }

    private Terminal drafted(String copybook, byte[] sample) throws IOException {
        Path written = Files.writeString(folder.resolve("C.cpy"), copybook);
        Path file = Files.write(folder.resolve("F.DAT"), sample);
        return Terminal.banku(
                "feed",
                "new",
                "drafted",
                "--copybook",
                written.toString(),
                "--sample",
                file.toString(),
                "--dir",
                folder.resolve("feeds").toString());
    }

    private String yaml() throws IOException {
        return Files.readString(folder.resolve("feeds/drafted/feed.yaml"));
    }

    private void decided(String todo, String value) throws IOException {
        Files.writeString(folder.resolve("feeds/drafted/feed.yaml"), yaml().replaceFirst(todo + ".*", value));
    }
}
