package io.banku.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of keys are compared and checked in one reading. */
class KeyFileTest {
    @TempDir
    Path folder;

    private Path mine;
    private Path theirs;

    @BeforeEach
    void twoFiles() {
        mine = folder.resolve("mine.keys");
        theirs = folder.resolve("theirs.keys");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_599, 1_600, 1_601, 3_200, 4_001})
    void keysThatBothHaveAreToldWhateverTheirNumber(int theirKeys) throws IOException {
        write(mine, 0, 2_000);
        write(theirs, 1_000, theirKeys);

        List<Long> records = new ArrayList<>();
        boolean isWhole = KeyFile.compare(mine, theirs, (one, other) -> {
            assertThat(KeyFile.compareKeys(one, other)).isZero();
            records.add(KeyFile.record(one));
        });

        assertThat(isWhole).isTrue();
        assertThat(records).hasSize(Math.min(theirKeys, 1_000)).allMatch(record -> record >= 1_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 33, 40, 63_999, 64_000, 159_999, 160_000, 160_007})
    void oneByteThatChangedAnywhereIsFound(int place) throws IOException {
        write(mine, 0, 1);
        write(theirs, 0, 4_000);
        byte[] bytes = Files.readAllBytes(theirs);
        assertThat(bytes).hasSize(160_008);
        bytes[place] ^= 4;
        Files.write(theirs, bytes);

        assertThat(isWhole()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 8, 39, 48, 64_008, 160_000, 160_007})
    void aFileThatIsCutIsNotWhole(int length) throws IOException {
        write(mine, 0, 1);
        write(theirs, 0, 4_000);
        Files.write(theirs, Arrays.copyOf(Files.readAllBytes(theirs), length));

        assertThat(isWhole()).isFalse();
    }

    @Test
    void aFileThatIsNotThereIsNotWhole() throws IOException {
        write(mine, 0, 1);

        assertThat(isWhole()).isFalse();
    }

    private boolean isWhole() throws IOException {
        return KeyFile.compare(mine, theirs, (one, other) -> {});
    }

    private void write(Path file, int from, int count) throws IOException {
        try (SortedEntries entries = new SortedEntries(KeyFile.WIDTH, folder)) {
            for (int record = from; record < from + count; record++) {
                entries.add(KeyFile.entry("key " + record, record));
            }
            KeyFile.write(file, entries, (record, first) -> {});
        }
    }
}
