package io.banku.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code banku inspect --sample}: the beginning of a file is told as that, and its end is not guessed. */
class InspectSampleTest {
    private static final Path TXN = Path.of("sample-mainframe-files/daily-transactions/TXN.D261120.BIN");
    private static final Path ACM = Path.of("sample-mainframe-files/account-master/ACM.D261120.DAT");
    private static final Path LINES = Path.of("sample-mainframe-files/branch-deposits/BRANCH0042.TXT");

    @TempDir
    Path folder;

    @Test
    void aRecordThatTheSampleCutsIsNoFaultAndNothingOfTheEndIsTold() {
        Terminal run = inspect(TXN, "64KiB");

        assertThat(run.out())
                .contains("file        TXN.D261120.BIN, 192,023 bytes")
                .contains("in the first 65,536 bytes of 192,023. How the file ends was not looked")
                .contains(
                        "framing     likely: rdw: 1,027 records of 26 to 76 bytes in the first 65,536 bytes of 192,023")
                .contains("looks like a header")
                .doesNotContain("like a trailer", "ends with the file", "framing     certain");
        assertThat(run.code()).isEqualTo(ExitCode.CLEAN.number());
    }

    @Test
    void whatIsWrongBehindTheSampleIsNotSeenAndWhatIsWrongInItIs() throws IOException {
        byte[] bytes = Files.readAllBytes(TXN);
        Arrays.fill(bytes, 30_000, 30_100, (byte) 0xFF);
        Path file = Files.write(folder.resolve("TXN"), bytes);

        assertThat(inspect(file, "20kB").out()).contains("likely: rdw: 3").doesNotContain("BNK-");
        assertThat(unwrapped(inspect(file, "40kB")))
                .contains("likely: rdw: 4", "up to byte 30,0", "of 40,000, and none there");
    }

    @Test
    void aLengthOfAllRecordsIsHeldAgainstTheWholeFilesLength() throws IOException {
        Path cut = Files.write(folder.resolve("ACM"), Arrays.copyOf(Files.readAllBytes(ACM), 30_800));

        assertThat(unwrapped(inspect(ACM, "10kB")))
                .contains("likely: {fixed: {length: 120}}: 83 records in the first 10,000 bytes of 30,840")
                .contains("the file's length is 257 times that");
        assertThat(unwrapped(inspect(cut, "10kB")))
                .contains("the file's length is 256 times that and 80 bytes, which were not looked at");
    }

    @Test
    void howLongAPackedFileIsNobodyKnows() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(Files.readAllBytes(ACM));
        }
        Path file = Files.write(folder.resolve("ACM.gz"), packed.toByteArray());

        assertThat(unwrapped(inspect(file, "10kB")))
                .contains("83 records in the first 10,000 bytes, ")
                .contains("whether that divides the length of all was not looked at");
        assertThat(Terminal.banku("inspect", file.toString(), "--sample", "10kB", "--json")
                        .out())
                .contains("\"sampledBytes\":10000", "\"endsWithFile\":false")
                .doesNotContain("\"bytes\":");
    }

    @Test
    void aLineThatTheSampleCutsIsNoRecord() {
        assertThat(inspect(LINES, "500").out()).contains("12 records of 38 bytes in the first 500 bytes of 975");
    }

    @Test
    void aCopybookIsHeldAgainstTheRecordsOfTheSample() {
        String folderOfFeed = ACM.getParent().toString();
        Terminal run = Terminal.banku("inspect", ACM.toString(), "--sample", "10kB", "--feed", folderOfFeed);

        assertThat(run.out()).contains("it fits 83 of the 83 records looked at", "account (82), header (1)");
        assertThat(run.code()).isEqualTo(ExitCode.CLEAN.number());
    }

    @Test
    void aSampleAsLongAsTheFileIsTheFile() {
        String whole = Terminal.banku("inspect", ACM.toString()).out();

        assertThat(inspect(ACM, "30840").out()).isEqualTo(whole);
        assertThat(inspect(ACM, "9GiB").out()).isEqualTo(whole);
        assertThat(inspect(ACM, "30839").out()).contains("likely: {fixed: {length: 120}}", "of 30,840");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "100mb", "1.5GB", "10 MB", "MB", "99999999999999GB", "0x10", "1TB"})
    void whatIsNoSizeIsRefused(String size) {
        Terminal run = inspect(ACM, size);

        assertThat(run.err())
                .contains("--sample", "expected a number of bytes from 1, such as 65536, 64KiB, 100MB or 1GB");
        assertThat(run.code()).isEqualTo(ExitCode.USAGE.number());
    }

    private static Terminal inspect(Path file, String size) {
        return Terminal.banku("inspect", file.toString(), "--sample=" + size);
    }

    private static String unwrapped(Terminal run) {
        return run.out().replaceAll("\\R {12}", " ");
    }
}
