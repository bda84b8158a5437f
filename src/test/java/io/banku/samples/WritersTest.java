package io.banku.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed samples are what the COBOL programs write, and what an independent reckoning makes of them. */
class WritersTest {

    @Test
    void theCobolProgramsWriteTheCommittedBytesAgain(@TempDir Path again) throws Exception {
        assumeTrue(Samples.isInstalled("cobc") && Samples.isInstalled("iconv"), "cobc or iconv is not installed");

        Samples.outputOf("write-samples", again.toString());

        Map<String, byte[]> committed = written(Samples.FOLDER);
        Map<String, byte[]> rewritten = written(again);
        assertThat(rewritten.keySet()).isEqualTo(committed.keySet()).hasSizeGreaterThan(10);
        rewritten.forEach(
                (file, bytes) -> assertThat(bytes).as(file).inHexadecimal().isEqualTo(committed.get(file)));
    }

    @Test
    void anIndependentReckoningGivesTheExpectedBalances() throws Exception {
        assumeTrue(Samples.isInstalled("python3"), "python3 is not installed");
        String[] goodFiles = NightRow.all().stream()
                .filter(NightRow::isSealed)
                .map(row -> Samples.FOLDER.relativize(row.file()).toString())
                .toArray(String[]::new);

        byte[] reckoned = Samples.outputOf("expected-balances", goodFiles);

        assertThat(new String(reckoned, StandardCharsets.UTF_8))
                .isEqualTo(Files.readString(Samples.FOLDER.resolve("expected-balances.csv")));
    }

    @Test
    void aLoadFileGivesTheBalancesThatAreWrittenBesideIt(@TempDir Path load) throws Exception {
        assumeTrue(Samples.isInstalled("cobc") && Samples.isInstalled("python3"), "cobc or python3 is not installed");

        Samples.outputOf("write-samples", "--records", "2000", load.toString());
        byte[] reckoned = Samples.outputOf(
                "expected-balances", load.resolve("TXN.D261120.BIN").toString());

        List<String> expected = Files.readAllLines(load.resolve("expected-balances.csv"));
        assertThat(new String(reckoned, StandardCharsets.UTF_8).lines())
                .isEqualTo(expected)
                .hasSize(201);
    }

    private static Map<String, byte[]> written(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(WritersTest::isWritten).toList()) {
                files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    private static boolean isWritten(Path file) {
        String name = file.getFileName().toString();
        return name.matches(".*\\.(BIN|DAT|TXT|jsonl)") || name.equals("expected-balances.csv");
    }
}
