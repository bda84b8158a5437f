package io.banku.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {
    private static final String SAMPLES = "sample-mainframe-files/";

    @TempDir
    Path folder;

    @Test
    void aFileOfWordsIsToldWithItsEvidence() {
        Terminal run = Terminal.banku("inspect", SAMPLES + "daily-transactions/TXN.D261121.BIN");

        assertThat(run.out())
                .contains("file        TXN.D261121.BIN, 25,647 bytes")
                .contains("encoding    certain: EBCDIC", "take cp037", "X'FC' as 'Ü' (48 times)")
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
    void aDirectoryIsNoFile() {
        Terminal run = Terminal.banku("inspect", folder.toString());

        assertThat(run.err()).contains("BNK-3030", "found the directory " + folder, "name one file of it");
        assertThat(run.code()).isEqualTo(ExitCode.ENVIRONMENT.number());
    }

    @Test
    void aDeviceOrPipeIsNoFileThatCanBeReadTwice() {
        Terminal run = Terminal.banku("inspect", "/dev/null");

        assertThat(run.err()).contains("BNK-3030", "found a pipe or a device", "write it into a file first");
    }

    private Terminal inspect(byte[] bytes) throws IOException {
        return Terminal.banku(
                "inspect", Files.write(folder.resolve("unknown"), bytes).toString());
    }
}
