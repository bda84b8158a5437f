package io.banku.batch;

import io.banku.batch.Batch.Durations;
import io.banku.batch.Batch.Step;
import io.banku.feed.Feed;
import io.banku.feed.FileName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
            noFile(arrival);
            return Optional.empty();
        }
        Path file = found.get();
        String feed = arrival.getParent().getFileName().toString();
        if (ingest.feed(feed).files().match(file.getFileName().toString()).isEmpty()) {
            unclaimed(
                    arrival,
                    "BNK-4010",
                    "expected a file that feed " + feed + " claims ("
                            + ingest.feed(feed).files() + "), found " + file.getFileName()
                            + ", which it claimed when it arrived; put it into the inbox again when a feed does");
            return Optional.empty();
        }
        Contents contents = Contents.of(file);
        String identity = identity(ingest.feed(feed), file);
        Batch before = before(feed, file, identity, contents).orElse(null);
        if (before != null && before.arrival().equals(arrival.getFileName().toString())) {
            return Optional.of(before);
        }
        if (before != null && !isWantedAgain(before)) {
            putAside(file, feed, before);
            return Optional.empty();
        }
        return Optional.of(staged(before, file, identity, contents));
    }

    private static String id(String feed, Path file, String identity, String hash) {
        return Fingerprint.batchId(feed, identity == null ? file.getFileName().toString() : identity, hash);
    }

    /** Null where the name says it. */
    private String identity(Feed feed, Path file) throws IOException {
        Instant arrived = Intake.arrivedAt(file.getParent().getFileName().toString())
                .orElse(ingest.clock().instant());
        FileName name = feed.files().match(file.getFileName().toString()).orElseThrow();
        try (InputStream bytes = Files.newInputStream(file)) {
            return feed.identity(name, arrived, bytes).map(Shortened::label).orElse(null);
        }
    }

    /** The same file before; earlier versions knew a packed one by its packed bytes. What is partly in is known by its name. */
    private Optional<Batch> before(String feed, Path file, String identity, Contents contents) {
        return known.batch(id(feed, file, identity, contents.unpacked()))
                .or(() -> identity == null ? known.batch(id(feed, file, null, contents.sha256())) : Optional.empty())
                .or(() -> known.partlyIn(file.getFileName().toString(), contents.unpacked()));
    }

    /** The same file may take the place of one that was refused, or of one that is not any more what it was. */
    private static boolean isWantedAgain(Batch before) {
        return before.state() == BatchState.REFUSED
                || before.state() == BatchState.HELD && before.heldFor().isOfItsFolder();
    }

    /** Of which something is in the log it goes on there, as what it was decided to be; else it begins anew. */
    private Batch staged(Batch before, Path file, String identity, Contents contents) throws IOException {
        Path arrival = file.getParent();
        Feed feed = ingest.feed(arrival.getParent().getFileName().toString());
        String name = file.getFileName().toString();
        Instant now = ingest.clock().instant();
        boolean goesOn = before != null && before.isPartlyIn();
        List<Step> history = new ArrayList<>(before == null ? List.of() : before.history());
        history.add(new Step(BatchState.STAGED, now, before == null ? null : "the same file came again"));
        return new Batch(
                before == null ? id(feed.name(), file, identity, contents.unpacked()) : before.id(),
                before == null ? 1 : before.attempt() + 1,
                before == null ? 1 : before.revision() + 1,
                feed.name(),
                name,
                before == null ? identity : before.identity(),
                Files.size(file),
                contents.sha256(),
                contents.content(),
                goesOn ? layDefinitionOf(before, feed, file) : Definition.lay(feed, folder(feed, file)),
                arrival.getFileName().toString(),
                BatchState.STAGED,
                null,
                List.of(),
                goesOn ? before.findings() : List.of(),
                goesOn ? before.waived() : List.of(),
                List.of(),
                goesOn ? before.named() : List.of(),
                before == null ? null : before.decision(),
                goesOn ? before.corrections() : null,
                null,
                goesOn ? before.references() : Map.of(),
                feed.files().match(name).orElseThrow().date().orElse(null),
                goesOn ? before.sequence() : null,
                goesOn && before.state() == BatchState.HELD ? before.counts() : Counts.NONE,
                goesOn ? before.turnover() : null,
                List.of(),
                List.of(),
                List.of(),
                goesOn ? before.done() : 0,
                Durations.NONE,
                history);
    }

    private static Path folder(Feed feed, Path file) {
        return Definition.folder(file.getParent(), file.getFileName().toString(), feed.name());
    }

    /** Its next records have to be what its first ones were read as. Where that cannot be had, the next use finds it out. */
    private String layDefinitionOf(Batch before, Feed feed, Path file) throws IOException {
        Optional<Feed> old = ingest.directories()
                .found(before)
                .flatMap(left ->
                        Definition.find(Definition.folder(left, before.file(), before.feed()), before.definition()));
        Definition.lay(old.orElse(feed), folder(feed, file));
        return before.definition();
    }

    /** A move was cut off before the file; or somebody put there what is none. */
    private void noFile(Path arrival) throws IOException {
        try {
            Files.deleteIfExists(arrival);
        } catch (DirectoryNotEmptyException noFile) {
            unclaimed(
                    arrival,
                    "BNK-4051",
                    "expected one regular file in " + arrival + ", found none; put the file itself into the inbox");
        }
    }

    private void unclaimed(Path arrival, String code, String message) throws IOException {
        new Unclaimed(ingest.directories(), ingest.observer())
                .put(arrival, arrival.getFileName().toString(), new Finding(code, message));
    }

    /** The note is where it belongs before the file is: a run that is cut off in between finds the file as it was. */
    private void putAside(Path file, String feed, Batch before) throws IOException {
        Finding note = new Finding(
                "BNK-4012",
                "expected a new file, found one that was there before: batch " + before.id() + ", "
                        + before.state().text() + "; nothing of it is published again, and it can be deleted");
        Path arrival = file.getParent();
        String name = file.getFileName().toString();
        Path folder = Files.createDirectories(
                ingest.directories().duplicate(feed, arrival.getFileName().toString()));
        Directories.write(
                folder.resolve(new Beside(name).report()),
                LedgerFormat.writeIndented(Map.of("file", name, "duplicateOf", before.id(), "note", note)));
        Directories.move(file, folder.resolve(name));
        Directories.deleteAll(arrival);
        LOG.warn("{} {}: duplicate: {}", feed, name, note);
        ingest.observer().duplicate(feed, name, note);
    }
}
