package io.banku.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was written is found, and nothing else is. */
class EntryFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {64, 72, 128, 1 << 20})
    void everyKeyIsFoundWhereverTheWindowsEndAndNoOtherIs(int window) throws IOException {
        Map<String, String> written = new LinkedHashMap<>();
        for (int i = 0; i < 500; i++) {
            written.put("4" + "0".repeat(i % 17) + i, i % 7 == 0 ? "Ä" + i : "ACCT" + i);
        }

        EntryFile file = write(written, window);

        assertThat(file.size()).isEqualTo(500);
        written.forEach((key, value) -> assertThat(file.find(key)).as(key).isEqualTo(value));
        assertThat(file.find("5")).isNull();
        assertThat(file.find("")).isNull();
        Map<String, String> read = new LinkedHashMap<>();
        file.keys().forEachRemaining(key -> read.put(key, file.find(key)));
        assertThat(read).containsExactlyEntriesOf(written);
    }

    @Test
    void ofAKeyThatComesAgainTheFirstEntryCounts() throws IOException {
        Path path = folder.resolve("twice");
        try (EntryFileWriter writer = EntryFileWriter.to(path)) {
            writer.add("K", "first");
            writer.add("K", "second");
            writer.finish();
        }

        assertThat(EntryFile.open(path).orElseThrow().find("K")).isEqualTo("first");
    }

    @Test
    void ofNoEntriesNothingIsFound() throws IOException {
        assertThat(write(Map.of(), 1 << 20).find("K")).isNull();
    }

    @Test
    void whereOneByteIsAnotherItIsNotBelieved() throws IOException {
        write(Map.of("4711", "A", "4712", "B"), 1 << 20);
        Path path = folder.resolve("entries");
        byte[] good = Files.readAllBytes(path);
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= 1;
            Files.write(path, bad);
            assertThat(EntryFile.open(path)).as("byte %d", i).isEmpty();
        }
    }

    @Test
    void whereItWasCutItIsNotBelieved() throws IOException {
        write(Map.of("4711", "A", "4712", "B"), 1 << 20);
        Path path = folder.resolve("entries");
        byte[] good = Files.readAllBytes(path);
        for (int length = 0; length < good.length; length++) {
            Files.write(path, java.util.Arrays.copyOf(good, length));
            assertThat(EntryFile.open(path)).as("%d bytes", length).isEmpty();
        }
    }

    @Test
    void anEntryWithoutAKeyIsRefused() throws IOException {
        try (EntryFileWriter writer = EntryFileWriter.to(folder.resolve("none"))) {
            assertThatThrownBy(() -> writer.add("", "A")).hasMessageContaining("expected a key");
        }
    }

    private EntryFile write(Map<String, String> entries, int window) throws IOException {
        Path path = folder.resolve("entries");
        try (EntryFileWriter writer = EntryFileWriter.to(path, window)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                writer.add(entry.getKey(), entry.getValue());
            }
            writer.finish();
        }
        return EntryFile.open(path).orElseThrow();
    }
}
