package io.banku.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
class InspectCommandTest {
    private static final String SAMPLES = "sample-mainframe-files/";

    @TempDir
    Path folder;

    @Test
    void aFileOfWordsIsToldWithItsEvidence() {
        Terminal run = Terminal.banku("inspect", SAMPLES + "daily-transactions/TXN.D261121.BIN");

        assertThat(run.out())
                .contains("file        TXN.D261121.BIN, 25,647 bytes")
                .contains("encoding    certain: EBCDIC", "Likely cp037, the commonest", "X'FC' as 'Ü' (48 times)")
                .contains(
                        "framing     certain: rdw: 403 records of 26 to 76 bytes, and the last one ends with the file");
        assertThat(run.code()).isEqualTo(ExitCode.CLEAN.number());
    }

    @Test
    void aFileThatWasSentInTextModeIsRefused() {
        Terminal run = Terminal.banku("inspect", SAMPLES + "daily-transactions/broken/TXN.D261124.BIN");

        assertThat(run.out())
                .contains("transfer    certain: the file is EBCDIC that was sent in text mode")
                .contains("framing     of the file as it was before, certain: rdw");
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED.number());
    }

    @Test
    void aCutOffFileIsLikelyWhatItsBeginningIs() {
        Terminal run = Terminal.banku("inspect", SAMPLES + "account-master/broken/ACM.D261122.DAT");

        assertThat(run.out()).contains("framing     likely: {fixed: {length: 120}}", "40 bytes are left over");
        assertThat(run.code()).isEqualTo(ExitCode.CLEAN.number());
    }

    @Test
    void anEmptyFileAndOneOfOneByteSayNothing() throws IOException {
        Terminal empty = inspect(new byte[0]);
        Terminal one = inspect(new byte[] {(byte) 0xF1});

        assertThat(empty.out()).contains("BNK-3031 expected bytes, found an empty file");
        assertThat(one.out()).contains("BNK-3031 every byte is X'F1'");
        assertThat(empty.code()).isEqualTo(ExitCode.REJECTS.number());
        assertThat(one.code()).isEqualTo(ExitCode.REJECTS.number());
    }

    @Test
    void aLargeFileOfOneCharacterIsReadOnceAndSaysNothing() throws IOException {
        Path file = folder.resolve("zeros");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(1L << 28);
        }

        Terminal run = Terminal.banku("inspect", file.toString());

        assertThat(run.out()).contains("268,435,456 bytes", "every byte is X'00', which says nothing about records");
    }

    @Test
    void randomBytesAreExplainedByNothing() throws IOException {
        for (int seed = 1; seed <= 10; seed++) {
            byte[] bytes = new byte[seed * 7919];
            new Random(seed).nextBytes(bytes);

            Terminal run = inspect(bytes);

            assertThat(run.out()).contains("BNK-3031 no hypothesis explains this file");
            assertThat(run.code()).isEqualTo(ExitCode.REJECTS.number());
        }
    }

    @Test
    void charactersOfTwoBytesAreNotCertainToBeRecords() throws IOException {
        String text = Files.readString(Path.of("README.md")).replaceAll("[^ -~]", " ");

        Terminal run = inspect(text.getBytes(StandardCharsets.UTF_16LE));

        assertThat(run.out()).doesNotContain("framing     certain");
    }

    @Test
    void aDirectoryIsNoFile() {
        Terminal run = Terminal.banku("inspect", folder.toString());

        assertThat(run.err()).contains("BNK-3030", "found the directory " + folder, "name one file of it");
        assertThat(run.code()).isEqualTo(ExitCode.ENVIRONMENT.number());
    }

    @Test
    void whatCannotBeReadOrWrittenIsToldWithWhatToDo() {
        String file = SAMPLES + "account-master/ACM.D261120.DAT";

        assertThat(Terminal.banku("inspect", folder + "/NOPE").err()).contains("expected the file " + folder + "/NOPE");
        assertThat(Terminal.banku("inspect", file, "-c", folder.toString()).err())
                .contains("found the directory " + folder + ": name one file of it");
        assertThat(Terminal.banku("inspect", file, "--html", folder + "/no/P.html")
                        .err())
                .contains("BNK-3035 --html: expected a folder in which " + folder
                        + "/no/P.html can be written, found none");
        assertThat(Terminal.banku("inspect", file, "--html", folder.toString()).err())
                .contains("BNK-3035 --html: expected the name of a file, found the folder " + folder);
        assertThat(Terminal.banku("inspect", file, "--record", "abc").err())
                .contains("expected the number of a record, from 1, found 'abc'")
                .doesNotContain("long", "java");
    }

    @Test
    void aDeviceOrPipeIsNoFileThatCanBeReadTwice() {
        Terminal run = Terminal.banku("inspect", "/dev/null");

        assertThat(run.err()).contains("BNK-3030", "found a pipe or a device", "write it into a file first");
    }

    @Test
    void theBytesThatTellTheTypeOfARecordAreFoundWithHeaderAndTrailer() {
        Terminal run = Terminal.banku("inspect", SAMPLES + "daily-transactions/TXN.D261120.BIN");

        assertThat(run.out())
                .contains("records     likely: bytes 0 to 1 tell the type of a record: DP", "OP (15)")
                .contains("HD, looks like a header", "TL, like a trailer");
    }

    @Test
    void aFeedToStartFromHasWhatIsKnownAndNamesWhatIsNot() {
        Terminal run = Terminal.banku("inspect", SAMPLES + "daily-transactions/TXN.D261120.BIN");

        assertThat(run.out())
                .contains(
                        "  files:    TXN.D{date:yyMMdd}.BIN", "  copybook: TODO.cpy", "  encoding: cp037   # or cp1140")
                .contains("  framing:  rdw", "when: TODO-TYPE = 'HD', role: header }", "event: TODO, key: TODO }");
    }

    @Test
    void aProgramReadsTheSameAsOneObject() throws IOException {
        Terminal run = Terminal.banku("inspect", "--json", SAMPLES + "account-master/ACM.D261120.DAT");
        JsonNode report = new ObjectMapper().readTree(run.out());

        assertThat(report.at("/outcome").asText()).isEqualTo("one");
        assertThat(report.at("/bytes").asLong()).isEqualTo(30840);
        assertThat(report.at("/encoding/family").asText()).isEqualTo("ebcdic");
        assertThat(report.at("/encoding/names")).extracting(JsonNode::asText).contains("cp037", "cp1140");
        assertThat(report.at("/framing/0/framing").asText()).isEqualTo("{fixed: {length: 120}}");
        assertThat(report.at("/framing/0/grade").asText()).isEqualTo("certain");
        assertThat(report.at("/framing/0/records").asLong()).isEqualTo(257);
        assertThat(report.at("/recordTypes/header").asText()).isEqualTo("0");
        assertThat(report.at("/recordTypes/trailer").asText()).isEqualTo("9");
    }

    @Test
    void oneFileInAZipIsLookedAtAndOfSeveralNoneIs() throws IOException {
        byte[] lines = Files.readAllBytes(Path.of(SAMPLES, "branch-deposits", "BRANCH0042.TXT"));

        Terminal one = inspect(zip(lines, "A.TXT"));
        Terminal two = inspect(zip(lines, "A.TXT", "B.TXT"));

        assertThat(one.out()).contains("packed in   zip, with A.TXT in it", "framing     certain: {lines: {end: lf}}");
        assertThat(two.out()).contains("BNK-3032 a zip archive of 2 files (A.TXT, B.TXT): unpack it, and inspect each");
        assertThat(two.code()).isEqualTo(ExitCode.REFUSED.number());
    }

    @Test
    void aContainerOfTheMainframeIsNamedWithWhatToAskFor() throws IOException {
        byte[] tersed = HexFormat.of().parseHex("020100500000000000000050C1C2C3");

        Terminal run = inspect(tersed);

        assertThat(run.out()).contains("BNK-3032 a file of AMATERSE (TRSMAIN): UNPACK it on the mainframe");
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED.number());
    }

    @Test
    void aCopybookThatFitsIsToldSoFieldByField() {
        Terminal run = Terminal.banku(
                "inspect",
                SAMPLES + "daily-transactions/TXN.D261121.BIN",
                "-c",
                SAMPLES + "daily-transactions/DAILYTXN.cpy");

        assertThat(run.out())
                .contains("DAILYTXN.cpy, records of up to 76 bytes, read with framing: rdw")
                .containsPattern("21  TX-AMOUNT +PIC S9\\(11\\)V99 COMP-3 +400 of 400")
                .contains("it fits 402 of the 403 records looked at", "TXT-CREDITS")
                .contains("403 of 403 fit if it were read with short-text: ends-early");
        assertThat(run.code()).isEqualTo(ExitCode.REJECTS.number());
    }

    @Test
    void whyACopybookDoesNotFitIsToldAsAPersonWould() throws IOException {
        String good = Files.readString(Path.of(SAMPLES, "account-master", "ACCTMAST.cpy"));
        Path copybook = Files.writeString(
                folder.resolve("ACCTMAST.cpy"), good.replaceFirst("(AM-CCY +PIC X)\\(03\\)", "$1(05)"));

        Terminal run = Terminal.banku(
                "inspect", SAMPLES + "account-master/ACM.D261120.DAT", "--copybook", copybook.toString());

        assertThat(run.out())
                .containsSubsequence(
                        "its records have 120 bytes each, 2 bytes fewer than the copybook says",
                        "it fits 2 of the 257 records looked at")
                .containsPattern("31  AM-OPENED +PIC 9\\(08\\) COMP-3 +\\d+ of 255  first bad in record 2")
                .contains("  257 of 257 fit if AM-CCY were PIC X(3)\n");
        assertThat(run.code()).isEqualTo(ExitCode.REJECTS.number());
    }

    @Test
    void aCopybookOfAnotherFileIsToldToFitNothing() {
        Terminal run = Terminal.banku(
                "inspect",
                SAMPLES + "account-master/ACM.D261120.DAT",
                "-c",
                SAMPLES + "daily-transactions/DAILYTXN.cpy");

        assertThat(run.out()).contains("it fits 0 of the 257 records looked at");
        assertThat(run.code()).isEqualTo(ExitCode.REJECTS.number());
    }

    private static byte[] zip(byte[] content, String... names) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(packed)) {
            for (String name : names) {
                out.putNextEntry(new ZipEntry(name));
                out.write(content);
            }
        }
        return packed.toByteArray();
    }

    private Terminal inspect(byte[] bytes) throws IOException {
        return Terminal.banku(
                "inspect", Files.write(folder.resolve("unknown"), bytes).toString());
    }
}
