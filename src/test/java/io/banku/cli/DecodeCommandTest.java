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
        assertThat(run.err()).isEmpty();
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
    void jsonIsOneObjectPerLineAndWhatDoesNotDecodeGoesToStderr() throws IOException {
        Terminal run = decode(file(THREE_RECORDS), "--json");

        assertThat(run.out()).isEqualToNormalizingNewlines("""
                {"R-ID":1,"R-AMOUNT":-12.34,"R-TEXT":"ABC"}
                {"R-ID":3,"R-AMOUNT":5.00,"R-TEXT":"DE"}
                """);
        assertThat(run.err()).startsWith("BNK-2006 R-AMOUNT at record 2, byte 0x2, PIC S9(3)V99 COMP-3: expected");
        assertThat(run.code()).isEqualTo(ExitCode.REJECTS.number());
    }

    @Test
    void legalValuesThatAreUnusualAreCountedByField() throws IOException {
        Path file = file("F0C1 00000D C1C2C3  F0F2 00000B C1C2C3  F0F3 00500A C4C540".replace(" ", ""));
        String told = """
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
    void aFileThatIsAllWrongIsNotToldToTheEnd() throws IOException {
        Terminal run = decode(file("F0F2012345C1C2C3".repeat(30)), "--json");

        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("at record 20,", "…", "30 of 30 records").doesNotContain("at record 21,");
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

        assertThat(strict.out()).doesNotContain("ABC");
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
