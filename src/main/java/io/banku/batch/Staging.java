package io.banku.batch;

import io.banku.batch.Batch.Durations;
import io.banku.batch.Batch.Step;
import io.banku.feed.Feed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        String sha256 = Fingerprint.of(file);
        String id = Fingerprint.batchId(feed, file.getFileName().toString(), sha256);
        Batch before = known.batch(id).orElse(null);
        if (before != null && before.arrival().equals(arrival.getFileName().toString())) {
            return Optional.of(before);
        }
        if (before != null && !isWantedAgain(before)) {
            putAside(arrival, feed, before);
            return Optional.empty();
        }
        return Optional.of(staged(id, before, file, sha256));
    }

    /** The same file may take the place of one that was refused, or of one that is not any more what it was. */
    private static boolean isWantedAgain(Batch before) {
        return before.state() == BatchState.REFUSED
                || before.state() == BatchState.HELD && before.heldFor().isOfItsFolder();
    }

    /** Of which something is in the log it goes on there, as what it was decided to be; else it begins anew. */
    private Batch staged(String id, Batch before, Path file, String sha256) throws IOException {
        Path arrival = file.getParent();
        Feed feed = ingest.feed(arrival.getParent().getFileName().toString());
        String name = file.getFileName().toString();
        Instant now = ingest.clock().instant();
        boolean goesOn = before != null && before.isPartlyIn();
        List<Step> history = new ArrayList<>(before == null ? List.of() : before.history());
        history.add(new Step(BatchState.STAGED, now, before == null ? null : "the same file came again"));
        return new Batch(
                id,
                before == null ? 1 : before.attempt() + 1,
                before == null ? 1 : before.revision() + 1,
                feed.name(),
                name,
                null,
                Files.size(file),
                sha256,
                null,
                goesOn ? layDefinitionOf(before, feed, arrival) : Definition.lay(feed, folder(feed, arrival)),
                arrival.getFileName().toString(),
                BatchState.STAGED,
                null,
                goesOn ? before.findings() : List.of(),
                goesOn ? before.waived() : List.of(),
                List.of(),
                goesOn ? before.named() : List.of(),
                before == null ? null : before.decision(),
                feed.files().match(name).orElseThrow().date().orElse(null),
                goesOn ? before.sequence() : null,
                goesOn && before.state() == BatchState.HELD ? before.counts() : Counts.NONE,
                List.of(),
                List.of(),
                List.of(),
                goesOn ? before.done() : 0,
                Durations.NONE,
                history);
    }

    private static Path folder(Feed feed, Path arrival) {
        return Definition.folder(arrival, feed.name());
    }

    /** Its next records have to be what its first ones were read as. Where that cannot be had, the next use finds it out. */
    private String layDefinitionOf(Batch before, Feed feed, Path arrival) throws IOException {
        Optional<Feed> old = ingest.directories()
                .found(before)
                .flatMap(left -> Definition.find(Definition.folder(left, before.feed()), before.definition()));
        Definition.lay(old.orElse(feed), folder(feed, arrival));
        return before.definition();
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
