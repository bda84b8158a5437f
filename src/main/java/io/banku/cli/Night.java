package io.banku.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The sample nights as their manifest {@code night.csv} tells them: which file is dropped under which name, and what must
 * become of it.
 */
final class Night {
    private final Path folder;

    /** @param read, published, rejected, skipped, events an empty text where the outcome has no such number */
    record Drop(
            Path file,
            String as,
            String outcome,
            String read,
            String published,
            String rejected,
            String skipped,
            String events,
            String why) {}

    Night(Path folder) {
        this.folder = folder;
    }

    List<Drop> drops() throws IOException {
        return Files.readAllLines(folder.resolve("night.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", 10))
                .map(cell -> new Drop(
                        folder.resolve(cell[1]),
                        cell[2],
                        cell[3],
                        cell[4],
                        cell[5],
                        cell[6],
                        cell[7],
                        cell[8],
                        cell[9]))
                .toList();
    }

    /** What each account must stand at in the end, as the programs that wrote the samples reckoned it. */
    List<Balance> balances() throws IOException {
        return Files.readAllLines(folder.resolve("expected-balances.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cell -> new Balance(cell[0], cell[1], cell[2], cell[3]))
                .toList();
    }

    record Balance(String account, String currency, String balance, String mainframeBalance) {}
}
