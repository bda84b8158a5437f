package io.banku.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecodeCommandTest {
    /** 1 12.34- ABC, 2 (a sign that is none), 3 5.00 DE. */
    private static final String THREE_RECORDS =
            "F0F1 01234D C1C2C3  F0F2 012345 C1C2C3  F0F3 00500C C4C540".replace(" ", "");

    @TempDir
    Path folder;

    private Path copybook;

    @BeforeEach
    void writeCopybook() throws IOException {
        copybook = Files.writeString(folder.resolve("REC.cpy"), """
                       01  REC.
                           05  R-ID      PIC 99.
                           05  R-AMOUNT  PIC S9(3)V99 COMP-3.
                           05  R-TEXT    PIC X(3).
                """);
    }

    @Test
    void aRecordIsAHeadAndALineForEachField() throws IOException {
        Terminal run = decode(file(THREE_RECORDS.substring(0, 16)));

        assertThat(run.out()).isEqualToNormalizingNewlines("""
                record 1 at byte 0, 8 bytes
                  REC
                    R-ID = 01
                    R-AMOUNT = -012.34
                    R-TEXT = ABC
                """);
        assertThat(run.code()).isEqualTo(ExitCode.CLEAN.number());
        assertThat(run.err()).isEqualToNormalizingNewlines("banku: 1 record read\n");
    }

    @Test
    void aFieldThatDoesNotDecodeIsToldInItsPlaceAndCounted() throws IOException {
        Terminal run = decode(file(THREE_RECORDS));

        assertThat(run.out())
                .contains("record 2 at byte 8, 8 bytes", "R-AMOUNT ? BNK-2006 expected a sign", "[01 23 45]")
                .contains("R-ID = 03", "R-TEXT = DE\n");
        assertThat(run.err()).isEqualToNormalizingNewlines("banku: 1 of 3 records do not decode\n");
        assertThat(run.code()).isEqualTo(ExitCode.REJECTS.number());
    }

    @Test
    void jsonIsOneObjectPerRecordAndOfOneThatDoesNotDecodeItsReject() throws IOException {
        Terminal run = decode(file(THREE_RECORDS), "--json");

        assertThat(run.out().lines())
                .containsExactly(
                        "{\"R-ID\":1,\"R-AMOUNT\":-12.34,\"R-TEXT\":\"ABC\"}",
                        "{\"reject\":{\"record\":2,\"fileOffset\":8,\"code\":\"BNK-2006\",\"field\":\"R-AMOUNT\","
                                + "\"fieldOffset\":2,\"picture\":\"PIC S9(3)V99 COMP-3\",\"fieldHex\":\"01 23 45\","
                                + "\"reason\":\"expected a sign C, D or F (A, E plus and B minus too) in the last half byte,"
                                + " found X'5'\",\"bytes\":\"f0f2012345c1c2c3\"}}",
                        "{\"R-ID\":3,\"R-AMOUNT\":5.00,\"R-TEXT\":\"DE\"}");
        assertThat(run.err()).startsWith("BNK-2006 R-AMOUNT at record 2, byte 0x2, PIC S9(3)V99 COMP-3: expected");
        assertThat(run.code()).isEqualTo(ExitCode.REJECTS.number());
    }

    @Test
    void rejectsMayHaveAFileOfTheirOwn() throws IOException {
        Path rejects = folder.resolve("rejects.jsonl");

        Terminal run = decode(file(THREE_RECORDS), "--json", "--rejects", rejects.toString());

        assertThat(run.out().lines()).hasSize(2).noneMatch(line -> line.contains("reject"));
        assertThat(Files.readAllLines(rejects))
                .singleElement()
                .asString()
                .startsWith("{\"record\":2,\"fileOffset\":8,\"code\":\"BNK-2006\"")
                .endsWith("\"bytes\":\"f0f2012345c1c2c3\"}");
    }

    @Test
    void whatEndsALineSomewhereIsEscaped() throws IOException {
        Terminal nextLine = decode(file("F0F1 01234D C11540".replace(" ", "")), "--json");
        Terminal separators = decode(file("3031 01234D E280A8".replace(" ", "")), "--json", "--encoding", "utf-8");

        assertThat(nextLine.out()).contains("\"R-TEXT\":\"A\\u0085\"");
        assertThat(separators.out()).contains("\"R-TEXT\":\"\\u2028\"");
    }

    @Test
    void legalValuesThatAreUnusualAreCountedByField() throws IOException {
        Path file = file("F0C1 00000D C1C2C3  F0F2 00000B C1C2C3  F0F3 00500A C4C540".replace(" ", ""));
        String told = """
                banku: 3 records read
                banku: legal, but unusual: R-ID: 1 sign-without-s
                banku: legal, but unusual: R-AMOUNT: 2 negative-zero
                banku: legal, but unusual: R-AMOUNT: 1 unusual-sign
                """;

        Terminal text = decode(file);
        Terminal json = decode(file, "--json");

        assertThat(text.err()).isEqualToNormalizingNewlines(told);
        assertThat(json.err()).isEqualToNormalizingNewlines(told);
        assertThat(text.code()).isEqualTo(ExitCode.CLEAN.number());
    }

    @Test
    void aComplaintIsToldAFewTimesAndThenCounted() throws IOException {
        Path file = file("F0F2012345C1C2C3".repeat(30));

        Terminal json = decode(file, "--json");
        Terminal text = decode(file);

        assertThat(json.out().lines()).hasSize(30).allMatch(line -> line.contains("\"reject\""));
        assertThat(json.err()).contains("at record 3,").doesNotContain("at record 4,");
        assertThat(json.err())
                .contains(
                        "banku: BNK-2006 R-AMOUNT: 30 in all, 27 of them not shown", "30 of 30 records do not decode");
        assertThat(text.out().lines().filter(line -> line.contains("expected a sign")))
                .hasSize(3);
        assertThat(text.out()).contains("record 30 at byte 232", "  ? as above: BNK-2006 R-AMOUNT");
        assertThat(text.err()).contains("banku: BNK-2006 R-AMOUNT: 30 in all, 27 of them not shown");
    }

    @ParameterizedTest
    @CsvSource({"'', 3 records read", "'-n 2', 2 records read", "'--record 3', '3 records read, 1 of them looked at'"})
    void itSaysHowManyRecordsWereRead(String options, String said) throws IOException {
        Path file = file("F0F101234DC1C2C3".repeat(3));

        Terminal run = options.isEmpty() ? decode(file) : decode(file, options.split(" "));

        assertThat(run.err()).isEqualToNormalizingNewlines("banku: " + said + "\n");
    }

    @Test
    void itSaysHowManyRecordsWereReadBeforeOneThatIsNone() throws IOException {
        assertThat(decode(file(THREE_RECORDS.substring(0, 16) + "F0")).err()).startsWith("banku: 1 record read");
    }

    @ParameterizedTest
    @CsvSource({"lines", "fixed", "'{fixed: {length: 12}}'"})
    void aFramingThatFitsBetterIsNamedWhereAWrongOneFits(String framing) throws IOException {
        Path described = file("000C0000F0F101234DC1C2C3".repeat(6));

        Terminal run = decode(described, "--framing", framing, "-n", "1");

        assertThat(run.err())
                .contains("banku: the file's first records fit rdw or {rdw: {word: LL}}: try framing: rdw");
    }

    @Test
    void soItIsWhereTextHidesThatItIsWrong() throws IOException {
        Path text = Files.writeString(folder.resolve("T.cpy"), "01 T.\n 05 A PIC X(6).\n");
        Path described = file("000A0000C1C2C3C4C5C6".repeat(6));

        Terminal run = Terminal.banku("decode", described.toString(), "-c", text.toString());

        assertThat(run.err()).contains("banku: 10 records read", "try framing: rdw");
    }

    @Test
    void aRightFramingWithABadRecordIsLeftAlone() throws IOException {
        Terminal run =
                decode(file("000C0000F0F101234DC1C2C3".repeat(6) + "000C0000F0F1012345C1C2C3"), "--framing", "rdw");

        assertThat(run.err()).contains("1 of 7 records").doesNotContain("try framing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "us-ascii | F0F1 F0F0F1 C1C2C3 | EBCDIC: is its encoding cp037 or the like",
                "cp037    | 3031 303031 414243 | encoding us-ascii or utf-8 reads it"
            })
    void anotherEncodingIsNamed(String encoding, String record, String said) throws IOException {
        Path text =
                Files.writeString(folder.resolve("T.cpy"), "01 T.\n 05 A PIC 99.\n 05 B PIC 9(3).\n 05 C PIC X(3).\n");
        Path file = file(record.replace(" ", "").repeat(9));

        Terminal run = Terminal.banku("decode", file.toString(), "-c", text.toString(), "--encoding", encoding);

        assertThat(run.err()).contains(said);
    }

    @ParameterizedTest
    @CsvSource({
        "'--record 2',      'record 2'",
        "'--record 2 -n 2', 'record 2,record 3'",
        "'-n 2',            'record 1,record 2'",
        "'-n 9',            'record 1,record 2,record 3'"
    })
    void recordsCanBeChosen(String options, String shown) throws IOException {
        Terminal run = decode(file(THREE_RECORDS), options.split(" "));

        assertThat(run.out().lines().filter(line -> line.startsWith("record")).map(line -> line.split(" at")[0]))
                .containsExactly(shown.split(","));
    }

    @Test
    void aRecordBehindTheEndIsRefused() throws IOException {
        Terminal run = decode(file(THREE_RECORDS), "--record", "4");

        assertThat(run.err()).contains("expected record 4, found the end of the file after record 3");
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED.number());
    }

    @Test
    void aFileThatDoesNotFallIntoRecordsIsRefusedAfterTheRecordsThatItHas() throws IOException {
        Terminal run = decode(file(THREE_RECORDS + "F0"));

        assertThat(run.out()).contains("record 3 at byte 16");
        assertThat(run.err()).contains("BNK-2101", "at byte 24", "expected records of 8 bytes, found 1 bytes");
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED.number());
    }

    @Test
    void whereAFileLostBytesIsTold() throws IOException {
        String record = "F0F101234DC1C2C3";

        Terminal run = decode(file(record.repeat(9) + record.substring(6) + record.repeat(9)));

        assertThat(run.err())
                .contains(
                        "banku: the records decode up to record 9, which ends at byte 72 (0x48), and again from byte 77"
                                + " (0x4D) on: the 5 bytes between are no multiple of 8: 3 are missing there, or 5 too many")
                .contains("BNK-2101")
                .doesNotContain("Near lengths");
        Path even = file(record.repeat(9) + record.substring(6) + record.repeat(9) + "C1C2C3");
        assertThat(decode(even).err()).contains("banku: the records decode up to record 9");
        assertThat(decode(even, "-n", "15").err()).doesNotContain("banku: the records decode");
    }

    @Test
    void aLengthFieldIsReadAsValuesAre() throws IOException {
        Path lengths = Files.writeString(folder.resolve("L.cpy"), "01 L.\n 05 N PIC 9(4) COMP.\n 05 A PIC X(3).\n");

        Terminal run = Terminal.banku(
                "decode",
                file("0500C1C2C3".repeat(2)).toString(),
                "-c",
                lengths.toString(),
                "--framing",
                "{length-field: {field: N}}",
                "--values",
                "endian=little");

        assertThat(run.err()).isEqualToNormalizingNewlines("banku: 2 records read\n");
    }

    @Test
    void aFramingWithOptionsIsWrittenAsInAFeedAndIsWhatTheErrorProposes() throws IOException {
        String littleEndian = "0C00 0000".replace(" ", "") + THREE_RECORDS.substring(0, 16);

        Terminal wrong = decode(file(littleEndian), "--framing", "rdw");
        Terminal right = decode(file(littleEndian), "--framing", "{rdw: {endian: little}}");

        assertThat(wrong.err()).contains("BNK-2103", "try framing: {rdw: {endian: little}}");
        assertThat(right.out()).contains("record 1 at byte 4, 8 bytes", "R-AMOUNT = -012.34");
        assertThat(right.code()).isEqualTo(ExitCode.CLEAN.number());
    }

    @Test
    void aShortRecordHasOnlyTheFieldsThatItHas() throws IOException {
        Terminal run = decode(file("0009 0000 F0F1 01234D".replace(" ", "")), "--framing", "rdw");

        assertThat(run.out())
                .contains("record 1 at byte 4, 5 bytes", "R-AMOUNT = -012.34")
                .doesNotContain("R-TEXT");
        assertThat(run.code()).isEqualTo(ExitCode.CLEAN.number());
    }

    @Test
    void aRecordThatGoesOnBehindItsLayoutDoesNotDecodeUnlessThatIsIgnored() throws IOException {
        Path twoInOne = file("0014 0000 F0F101234DC1C2C3 F0F300500CC4C540".replace(" ", ""));

        Terminal strict = decode(twoInOne, "--framing", "rdw", "--json");
        Terminal lenient = decode(twoInOne, "--framing", "rdw", "--json", "--values", "longer=ignored");

        assertThat(strict.out()).doesNotContain("ABC").contains("\"code\":\"BNK-2020\"");
        assertThat(decode(twoInOne, "--framing", "rdw").out()).contains("REC ? BNK-2020 expected the record to end");
        assertThat(strict.err()).contains("BNK-2020 REC at record 1", "found 8 more", "another record");
        assertThat(strict.code()).isEqualTo(ExitCode.REJECTS.number());
        assertThat(lenient.out()).contains("ABC").doesNotContain("DE");
        assertThat(lenient.err()).contains("banku: legal, but unusual: REC: 1 longer");
        assertThat(lenient.code()).isEqualTo(ExitCode.CLEAN.number());
    }

    @Test
    void controlCharactersDoNotReachTheTerminal() throws IOException {
        assertThat(decode(file("F0F101234DC12700"), "--record", "1").out()).contains("R-TEXT = A··\n");
    }

    @Test
    void occurrencesAreNumberedAndTablesInTablesToo() throws IOException {
        Path table = Files.writeString(folder.resolve("TAB.cpy"), """
                       01  REC.
                           05  ROW OCCURS 2.
                               10  CELL PIC 9 OCCURS 2.
                """);

        Terminal run = Terminal.banku("decode", file("F1F2F3F4").toString(), "-c", table.toString());

        assertThat(run.out()).isEqualToNormalizingNewlines("""
                record 1 at byte 0, 4 bytes
                  REC
                    ROW(1)
                      CELL(1) = 1
                      CELL(2) = 2
                    ROW(2)
                      CELL(1) = 3
                      CELL(2) = 4
                """);
    }

    @Test
    void aPipeIsReadToo() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(HexFormat.of().parseHex("F0F101234DC1C2C3")));
        try {
            assertThat(decode(Path.of("-")).out()).contains("R-TEXT = ABC");
        } finally {
            System.setIn(before);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--encoding cp99999 | expected an encoding such as cp037",
                "--framing fixd     | expected the framing fixed, lines, rdw, bdw, length-field or by-type, found fixd",
                "--record 0         | expected numbers from 1",
                "-n -3              | expected numbers from 1"
            })
    void aWrongOptionIsAUsageErrorThatSaysWhatIsRight(String options, String said) throws IOException {
        Terminal run = decode(file(THREE_RECORDS), options.split(" "));

        assertThat(run.err()).contains(said);
        assertThat(run.code()).isEqualTo(ExitCode.USAGE.number());
    }

    @Test
    void faultsOfTheCopybookAreAllToldWithTheirPlaces() throws IOException {
        Files.writeString(copybook, """
                       01  REC.
                           05  A PIC 9Q.
                           05  B PIC S9(99).
                """);

        Terminal run = decode(file("F0"));

        assertThat(run.err()).contains("REC.cpy:2:", "REC.cpy:3:");
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED.number());
    }

    @Test
    void aFileThatIsNotThereIsAFaultOfTheEnvironment() {
        Terminal run = decode(Path.of("none.bin"));

        assertThat(run.err()).contains("expected the file none.bin, found none");
        assertThat(run.code()).isEqualTo(ExitCode.ENVIRONMENT.number());
    }

    @Test
    void howValuesAreReadCanBeSaid() throws IOException {
        Path file = file("F0F1404040C1C2C3");

        Terminal absent = decode(file, "--json", "--values", "spaces=null", "--values", "signs=strict");
        Terminal zero = decode(file, "--values", "spaces=zero");
        Terminal unknown = decode(file, "--values", "spaces=no");

        assertThat(absent.out()).isEqualToNormalizingNewlines("{\"R-ID\":1,\"R-AMOUNT\":null,\"R-TEXT\":\"ABC\"}\n");
        assertThat(zero.out()).contains("R-AMOUNT = 000.00");
        assertThat(unknown.err()).contains("--values spaces: expected reject or null or zero, found no");
        assertThat(unknown.code()).isEqualTo(ExitCode.USAGE.number());
    }

    private Path file(String hex) throws IOException {
        return Files.write(folder.resolve("data.bin"), HexFormat.of().parseHex(hex));
    }

    private Terminal decode(Path file, String... options) {
        String[] arguments = new String[options.length + 4];
        arguments[0] = "decode";
        arguments[1] = file.toString();
        arguments[2] = "--copybook";
        arguments[3] = copybook.toString();
        System.arraycopy(options, 0, arguments, 4, options.length);
        return Terminal.banku(arguments);
    }
}
