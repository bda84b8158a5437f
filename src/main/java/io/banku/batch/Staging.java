package io.banku.batch;

import io.banku.batch.Batch.Durations;
import io.banku.batch.Batch.Step;
import io.banku.feed.Feed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out which batch an arrived file is. */
final class Staging {
    private static final Logger LOG = LoggerFactory.getLogger(Staging.class);

    private final Ingest ingest;
    private final FeedLedger known;

    Staging(Ingest ingest, FeedLedger known) {
        this.ingest = ingest;
        this.known = known;
    }

    /** The batch that the arrival is; nothing when it was there before and is put aside. */
    Optional<Batch> stage(Path arrival) throws IOException {
        Optional<Path> found = Directories.fileIn(arrival);
        if (found.isEmpty()) {
            Files.deleteIfExists(arrival);
            return Optional.empty();
        }
        Path file = found.get();
        String feed = arrival.getParent().getFileName().toString();
        String name = file.getFileName().toString();
        String sha256 = Fingerprint.of(file);
        String id = Fingerprint.batchId(feed, name, sha256);
        Batch before = known.batch(id).orElse(null);
        if (before != null && before.arrival().equals(arrival.getFileName().toString())) {
            return Optional.of(before);
        }
        if (before != null && before.state() != BatchState.REFUSED) {
            putAside(arrival, feed, before);
            return Optional.empty();
        }
        return Optional.of(staged(id, before, file, sha256));
    }

    private Batch staged(String id, Batch before, Path file, String sha256) throws IOException {
        Path arrival = file.getParent();
        Feed feed = ingest.feed(arrival.getParent().getFileName().toString());
        String name = file.getFileName().toString();
        Instant now = ingest.clock().instant();
        List<Step> history = new ArrayList<>(before == null ? List.of() : before.history());
        history.add(new Step(BatchState.STAGED, now, null));
        return new Batch(
                id,
                before == null ? 1 : before.attempt() + 1,
                before == null ? 1 : before.revision() + 1,
                feed.name(),
                name,
                Files.size(file),
                sha256,
                layDefinition(feed, arrival),
                arrival.getFileName().toString(),
                BatchState.STAGED,
                null,
                List.of(),
                List.of(),
                before == null ? null : before.decision(),
                feed.files().match(name).orElseThrow().date().orElse(null),
                null,
                Counts.NONE,
                List.of(),
                List.of(),
                List.of(),
                0,
                Durations.NONE,
                history);
    }

    /** Copies the feed's files beside the batch's, so that it is read by the same definition however late it goes on. */
    private static String layDefinition(Feed feed, Path arrival) throws IOException {
        Path folder = Files.createDirectories(arrival.resolve("definition").resolve(feed.name()));
        List<Path> copies = new ArrayList<>();
        for (Path source : feed.sources()) {
            Path copy = folder.resolve(source.getFileName());
            copies.add(Files.copy(source, copy, StandardCopyOption.REPLACE_EXISTING));
        }
        return Fingerprint.of(copies);
    }

    private void putAside(Path arrival, String feed, Batch before) throws IOException {
        Finding note = new Finding(
                "BNK-4012",
                "expected a new file, found one that was there before: batch " + before.id() + ", "
                        + before.state().text() + "; nothing of it is published again, and it can be deleted");
        String file = Directories.fileIn(arrival).orElseThrow().getFileName().toString();
        Files.write(
                arrival.resolve("report.json"),
                LedgerFormat.writeIndented(java.util.Map.of("file", file, "duplicateOf", before.id(), "note", note)));
        Directories.move(
                arrival,
                ingest.directories().duplicate(feed, arrival.getFileName().toString()));
        LOG.warn("{} {}: duplicate: {}", feed, file, note);
        ingest.observer().duplicate(feed, file, note);
    }
}
