package io.banku.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as evidence for {@code banku inspect}, and what does not. */
class InspectEvidenceTest {
    private static final Charset CP037 = Charset.forName("IBM037");
    private static final Path SAMPLES = Path.of("sample-mainframe-files");

    @TempDir
    Path folder;

    @Test
    void packedNumbersChooseNoCodePage() throws IOException {
        Path file = file(CardFile.of(300, CP037));

        assertThat(Terminal.banku("inspect", file.toString()).out())
                .contains("  encoding: cp037   # or ")
                .doesNotContain("certain: cp", "take cp");
        assertThat(inspect(file, CardFile.COPYBOOK).out())
                .containsPattern("Likely cp037, by the text fields of\\s+302 records")
                .contains("fits every record");
    }

    @Test
    void theTextsOfACopybooksFieldsChooseThePageAndWithoutThemBothAreTold() throws IOException {
        Path file = file(CardFile.of(300, Charset.forName("cp273"), "BÄCKEREI MÜLLER", "Jörg Weiß", "KRÄUTER"));

        assertThat(Terminal.banku("inspect", file.toString()).out())
                .containsPattern("Undecided: cp037, the commonest of its pages, or\\s+cp273")
                .contains("encoding: cp037   # or cp273");
        assertThat(inspect(file, CardFile.COPYBOOK).out()).containsPattern("Likely cp273, by the text\\s+fields");
    }

    @Test
    void aCopybookWhoseTypesAreNotThoseOfTheFileFitsNothing() throws IOException {
        Path file = file(CardFile.of(300, CP037));

        Terminal run = Terminal.banku(
                "inspect",
                file.toString(),
                "-c",
                SAMPLES.resolve("daily-transactions/DAILYTXN.cpy").toString());

        assertThat(run.out())
                .containsSubsequence(
                        "its records have 64 bytes each, 12 bytes fewer than the copybook says",
                        "TX-TYPE has level-88 names for its values, and no record that was looked at has one of",
                        "it fits 0 of the 302 records looked at",
                        "No small change of the copybook makes more records fit");
        assertThat(run.code()).isEqualTo(ExitCode.REJECTS.number());
    }

    @Test
    void whereOnlySomeTypesHaveNamesTheCopybookMayBeRight() throws IOException {
        Path file = file(CardFile.of(300, CP037));
        String copybook = CardFile.COPYBOOK.replaceAll(".*CS-IS-DEPOSIT.*\n", "");

        Terminal run = inspect(file, copybook);

        assertThat(run.out()).contains("2 have one of them", "fits every record that was looked at");
        assertThat(run.code()).isEqualTo(ExitCode.CLEAN.number());
    }

    @Test
    void aChangeThatMakesNothingBetterIsNotProposed() throws IOException {
        byte[] bytes = CardFile.of(300, CP037);
        bytes[64 * 100 + 30] = (byte) 0xFF; // of an amount
        String copybook = CardFile.COPYBOOK.replace("CS-CARD-REF     PIC 9(09) COMP.", "CS-CARD-REF PIC 9(09) COMP-5.");

        Terminal run = inspect(file(bytes), copybook);

        assertThat(run.out())
                .contains("it fits 301 of the 302 records", "No small change")
                .doesNotContain("301 of 302 fit if");
    }

    @ParameterizedTest
    @CsvSource({
        "CS-ACCOUNT      PIC X(12), CS-ACCOUNT PIC X(10), CS-CCY          PIC X(03), CS-CCY PIC X(05), "
                + "62 of 62 fit if CS-(ACCOUNT|BOOK-DATE|BOOK-TIME) were .* and CS-(CCY were PIC X.3|TEXT were PIC X.22).",
        "CS-BOOK-DATE    PIC 9(08), CS-BOOK-DATE PIC 9(06), CS-AMOUNT       PIC S9(09)V99 COMP-3, CS-AMOUNT PIC S9(09)V99, "
                + "62 of 62 fit if CS-BOOK-(DATE|TIME) were PIC 9.8. and CS-AMOUNT were PIC S9.09.V99 COMP-3"
    })
    void twoFaultsAtOnceAreFoundWhereNoSingleChangeExplainsTheFile(
            String one, String as, String other, String asToo, String told) throws IOException {
        String copybook = CardFile.COPYBOOK.replace(one, as).replace(other, asToo);

        Terminal run = inspect(file(CardFile.of(60, CP037)), copybook);

        assertThat(run.out()).containsPattern(told).contains("The bytes do not decide between");
    }

    @Test
    void theTypeOfARecordIsLookedForFromItsBeginningOn() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        String[] types = {"RP", "DB", "RP", "FE"};
        for (int i = 0; i < 302; i++) {
            ByteArrayOutputStream record = new ByteArrayOutputStream();
            if (i == 0 || i == 301) {
                record.writeBytes(String.format(i == 0 ? "HD20261127%45s" : "TR%09d%44s", 300, "")
                        .getBytes(CP037));
            } else {
                record.writeBytes(
                        String.format("%s%010d", types[i % 4], 1 + i % 70).getBytes(CP037));
                record.writeBytes(CardFile.packed(4_177L * i, 6));
                record.writeBytes(String.format("%s20261127%06d%-14s", i % 3 == 0 ? "JPY" : "EUR", 90_000 + i, "A B")
                        .getBytes(CP037));
            }
            file.writeBytes(
                    ByteBuffer.allocate(4).putShort((short) (record.size() + 4)).array());
            file.writeBytes(record.toByteArray());
        }

        assertThat(Terminal.banku("inspect", file(file.toByteArray()).toString())
                        .out())
                .contains("bytes 0 to 1 tell the type of a record: RP (150), ")
                .contains("HD, looks like a header", "TR, like a trailer");
    }

    @ParameterizedTest
    @CsvSource({
        "BIG,    1, 0,  all bytes of the record,         PIC 9(4) COMP-5,  {length-field: {field: REC-LENGTH}}",
        "LITTLE, 2, 4,  the bytes behind it,             PIC 9(4) COMP-5,  '{length-field: {field: REC-LENGTH, add: 4}}'",
        "DIGITS, 3, 0,  all bytes of the record,         PIC 9(4),         {length-field: {field: REC-LENGTH}}",
        "ZONED,  3, 4,  all bytes of the record but its, PIC S9(4),        '{length-field: {field: REC-LENGTH, add: 4}}'",
        "PACKED, 2, 0,  all bytes of the record,         PIC 9(5) COMP-3,  {length-field: {field: REC-LENGTH}}"
    })
    void aLengthInTheRecordIsFoundWithWhatToWrite(
            String kind, int at, int uncounted, String counts, String picture, String framing) throws IOException {
        Path file = file(sized(kind, at, uncounted));

        Terminal run = Terminal.banku("inspect", file.toString());

        String told = run.out().replaceAll("\\s+", " ");
        assertThat(told)
                .contains("framing likely: bytes " + at + " to ", "of each record hold its length")
                .contains("which counts " + counts, picture + " at byte " + at, framing)
                .contains("40 records of ", "the last one ends with the file");
        assertThat(run.code()).isEqualTo(ExitCode.CLEAN.number());
    }

    private static byte[] sized(String kind, int at, int uncounted) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int i = 0; i < 40; i++) {
            byte[] text = ("PAYMENT OF THE DAY " + "NUMBER ".repeat(i * 7 % 5) + i).getBytes(CP037);
            int width = kind.equals("PACKED") ? 3 : kind.equals("BIG") || kind.equals("LITTLE") ? 2 : 4;
            int length = at + width + text.length - uncounted;
            file.writeBytes("ABC".substring(0, at).getBytes(CP037));
            switch (kind) {
                case "BIG" -> file.writeBytes(new byte[] {(byte) (length >> 8), (byte) length});
                case "LITTLE" -> file.writeBytes(new byte[] {(byte) length, (byte) (length >> 8)});
                case "PACKED" -> file.writeBytes(CardFile.packed(length, 3));
                default -> {
                    byte[] digits = String.format("%04d", length).getBytes(CP037);
                    digits[3] = (byte) (kind.equals("ZONED") ? digits[3] & 0xCF : digits[3]);
                    file.writeBytes(digits);
                }
            }
            file.writeBytes(text);
        }
        return file.toByteArray();
    }

    @Test
    void aLengthForWhichTheCopybookHasANameIsTheFraming() throws IOException {
        Path file = file(sized("DIGITS", 3, 0));

        Terminal run = inspect(file, """
                       01  SIZED-RECORD.
                           05  S-TYPE    PIC X(03).
                           05  S-LENGTH  PIC 9(04).
                           05  S-TEXT    PIC X(60).
                """);

        assertThat(run.out()).contains("read with framing: {length-field: {field: S-LENGTH}}");
    }

    private Terminal inspect(Path file, String copybook) throws IOException {
        Path written = Files.writeString(folder.resolve("C.cpy"), copybook);
        return Terminal.banku("inspect", file.toString(), "--copybook", written.toString());
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("F.DAT"), bytes);
    }
}
