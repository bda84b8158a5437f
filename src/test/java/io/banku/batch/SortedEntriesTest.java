package io.banku.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SortedEntriesTest {
    @TempDir
    Path folder;

    @Test
    void moreThanFitsIntoMemoryComesInTheOrderOfItsBytes() throws IOException {
        Random random = new Random(20261120);
        List<byte[]> entries = new ArrayList<>();
        List<byte[]> sorted = new ArrayList<>();

        try (SortedEntries sorting = new SortedEntries(5, folder)) {
            for (int i = 0; i < 250_000; i++) {
                byte[] entry = new byte[5];
                random.nextBytes(entry);
                entries.add(entry);
                sorting.add(entry);
            }
            sorting.forEach(sorted::add);
        }

        entries.sort(Arrays::compareUnsigned);
        assertThat(Arrays.deepEquals(sorted.toArray(), entries.toArray())).isTrue();
        assertThat(folder).isEmptyDirectory();
    }
}
