package io.banku.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What lies in {@code unique/FEED}: two files for each batch that is remembered. One thread of the feed's owner. */
record UniqueFolder(Path folder) {
    private static final String PART = ".part";
    private static final Pattern OF_A_BATCH = Pattern.compile("([0-9a-f]{64})\\.(keys|repeats)");

    Path keys(Batch batch) {
        return folder.resolve(batch.id() + ".keys");
    }

    Path repeats(Batch batch) {
        return folder.resolve(batch.id() + ".repeats");
    }

    /** All keys of a batch, before it is known which of them repeat others. */
    Path unfinished(Batch batch) {
        return folder.resolve(batch.id() + ".all" + PART);
    }

    /** @param width of the entries, in bytes */
    SortedEntries sorting(int width) {
        return new SortedEntries(width, folder);
    }

    /** What an earlier attempt has found of it is found again. */
    void makeReadyFor(Batch batch) throws IOException {
        Files.createDirectories(folder);
        Files.deleteIfExists(keys(batch));
        Files.deleteIfExists(repeats(batch));
    }

    /** What a process that was killed has left. To be called by who has just become the owner. */
    void deleteLeftovers() throws IOException {
        for (Path file : files()) {
            if (file.toString().endsWith(PART)) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Of batches that have come to their end before, whatever that was. */
    void forget(FeedLedger known, Instant before) throws IOException {
        for (Path file : files()) {
            Matcher name = OF_A_BATCH.matcher(file.getFileName().toString());
            Optional<Batch> batch = name.matches() ? known.batch(name.group(1)) : Optional.empty();
            if (batch.filter(found -> isAtItsEnd(found) && found.movedAt().isBefore(before))
                    .isPresent()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static boolean isAtItsEnd(Batch batch) {
        return batch.state() == BatchState.SEALED || batch.state() == BatchState.REFUSED && !batch.isPartlyIn();
    }

    private List<Path> files() throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
