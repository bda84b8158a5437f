package io.banku.batch;

import io.banku.feed.Feed;
import io.banku.feed.expression.LookupUse;
import io.banku.log.AppendFailedException;
import io.banku.record.FramingException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One batch's way from where it stands to where it can go now: {@link #stage}, {@link #check}, {@link #chunks} and
 * {@link #publish}, {@link #settle}. Each step does its part if it is the batch's turn for it, and nothing otherwise, so
 * a run that was cut off anywhere is simply run again. One thread.
 */
public final class BatchRun implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(BatchRun.class);

    private final Ingest ingest;
    private final Ledger ledger;
    private final Path arrival;
    private Batch batch;
    private StagedFolder folder;
    private Publishing publishing;
    private RepeatsFile repeats;

    private BatchRun(Ingest ingest, Ledger ledger, Path arrival, Batch batch) {
        this.ingest = ingest;
        this.ledger = ledger;
        this.arrival = arrival;
        this.batch = batch;
    }

    static BatchRun arrived(Ingest ingest, Ledger ledger, Path arrival) {
        return new BatchRun(ingest, ledger, arrival, null);
    }

    static BatchRun resumed(Ingest ingest, Ledger ledger, Batch batch) {
        return new BatchRun(ingest, ledger, null, batch);
    }

    /** Hashes the file, lays its feed's definition beside it, and writes it into the ledger unless it is there already. */
    public void stage() throws IOException, AppendFailedException {
        if (batch == null) {
            batch = new Staging(ingest, ledger.known()).stage(arrival).orElse(null);
            if (batch == null) {
                return;
            }
            if (ledger.known().batch(batch.id()).filter(batch::equals).isEmpty()) {
                write(batch);
            }
        }
        if (!batch.state().isUnderWay()) {
            return;
        }
        folder = new StagedFolder(home(), batch);
        if (batch.state() == BatchState.STAGED) {
            Batch suspected = Suspicion.of(batch, ledger.known(), ingest.clock().instant());
            if (suspected != batch) {
                write(suspected);
            } else {
                awaitOthers();
            }
        }
    }

    /** Something of it in the log, it waits for nobody. */
    private void awaitOthers() throws AppendFailedException {
        if (batch.isPartlyIn()) {
            return;
        }
        Feed feed = folder.definition();
        List<Awaited> missing = batch.isWaived(HoldReason.ANOTHER_FEED)
                ? List.of()
                : ledger.precedence().missing(batch, feed.terms().feedsBefore());
        List<Awaited> references = ledger.precedence()
                .missing(feed.lookups().stream()
                        .map(LookupUse::reference)
                        .distinct()
                        .toList());
        if (!missing.isEmpty()) {
            waits(HoldReason.ANOTHER_FEED, missing);
        } else if (!references.isEmpty()) {
            waits(HoldReason.REFERENCE, references);
        }
    }

    private void waits(HoldReason reason, List<Awaited> others) throws AppendFailedException {
        write(batch.change().waits(reason, others, ingest.clock().instant()).snapshot());
    }

    private Path home() throws IOException {
        ingest.directories().retire(batch);
        try {
            return ingest.directories().bringHome(batch);
        } catch (Directories.MissingFolderException gone) {
            throw NotAsStagedException.gone(gone.getMessage());
        }
    }

    /** Reads all of it, and decides: publish, hold, or refuse. */
    public void check() throws IOException, AppendFailedException {
        if (batch == null || batch.state() != BatchState.STAGED) {
            return;
        }
        correct();
        choose();
        write(new Checking(batch, folder, input(), ledger.known()).run(ingest.clock()));
    }

    /**
     * What was said about its rejects up to now counts; where a release takes two, what both have seen, and nothing before they
     * have; of what is partly in the log, what counted for its first records.
     */
    private void correct() {
        Optional<Decision> approved = ledger.known().approved(batch);
        boolean takesTwo = fourEyes().actions().contains(Decision.Action.RELEASE);
        String last = approved.isPresent()
                ? approved.get().corrections() // null where nothing was corrected then
                : takesTwo ? batch.corrections() : ledger.known().lastRepair(batch);
        if (!batch.isPartlyIn() && !Objects.equals(last, batch.corrections())) {
            batch = batch.change().corrected(last).snapshot();
        }
    }

    private FourEyes fourEyes() {
        return FourEyes.of(batch.feed(), ingest.feed(batch.feed()).terms().fourEyes());
    }

    /** What it looks up it looks up in the newest versions; of what is partly in the log, in those of its first records. */
    private void choose() {
        if (batch.isPartlyIn()) {
            return;
        }
        Map<String, String> versions = ledger.references().newest(folder.definition());
        if (!versions.equals(batch.references())) {
            batch = batch.change().references(versions).snapshot();
        }
    }

    /** The chunks that are not in the log yet; none when it is not to be published. */
    public Iterator<Chunk> chunks() throws IOException, FramingException {
        if (batch == null || (batch.state() != BatchState.CHECKED && batch.state() != BatchState.PUBLISHING)) {
            return Collections.emptyIterator();
        }
        PassInput input = input();
        repeats = input.openRepeats();
        publishing = Publishing.of(batch, folder, input.with(repeats), ingest, ledger);
        return publishing.chunks();
    }

    /** One transaction: the chunk's events and rejects, and how far the batch is now. The last one seals it. */
    public void publish(Chunk chunk) throws AppendFailedException {
        ingest.pace().await();
        Batch after = publishing.after(batch, chunk);
        long began = System.nanoTime();
        ledger.write(after, chunk);
        publishing.wrote(chunk.done() - batch.done(), began);
        batch = after;
        ingest.observer().published(batch, chunk.events().size());
        if (chunk.last()) {
            moved();
        }
    }

    /** Its folder goes where its state belongs, with the report in it. */
    public void settle() throws IOException {
        if (batch == null) {
            return;
        }
        if (batch.state().isUnderWay()) {
            ingest.directories().settle(batch);
        } else {
            ingest.directories().tidy(batch);
        }
    }

    /** An operator released or refused it. */
    void decide(Decision decision) throws AppendFailedException {
        FeedLedger known = ledger.known();
        write(Ruling.of(
                decision,
                batch,
                fourEyes(),
                known.lastRepair(batch),
                ingest.clock().instant()));
    }

    /** What it was held for, or waited for, is there. */
    void goOn(String why) throws AppendFailedException {
        Instant now = ingest.clock().instant();
        write(batch.change()
                .releaseFindings(now)
                .to(BatchState.STAGED, now, why)
                .snapshot());
    }

    /** Somebody changed what lies in our own directory: publish no more of it, and let a person look. */
    void hold(NotAsStagedException found) throws AppendFailedException {
        write(batch.change()
                .held(found.reason(), ingest.clock().instant())
                .found(found.finding())
                .snapshot());
    }

    public Batch batch() {
        return batch;
    }

    private void write(Batch snapshot) throws AppendFailedException {
        ledger.write(snapshot);
        batch = snapshot;
        moved();
    }

    private void moved() {
        if (batch.state() == BatchState.HELD || batch.state() == BatchState.REFUSED) {
            LOG.warn("{} {}: {}", batch.feed(), batch.file(), batch.state().text());
            batch.findings().forEach(finding -> LOG.warn("  {}", finding));
            batch.rejects().forEach(reject -> LOG.warn("  {}", reject));
        } else if (batch.state() == BatchState.WAITING) {
            LOG.info(
                    "{} {}: waiting {}",
                    batch.feed(),
                    batch.file(),
                    batch.history().get(batch.history().size() - 1).why());
        } else if (batch.state() != BatchState.STAGED) {
            LOG.info("{} {}: {}, {}", batch.feed(), batch.file(), batch.state().text(), batch.counts());
            batch.findings().stream()
                    .filter(finding -> batch.state() == BatchState.CHECKED && finding.isOnlyTold())
                    .forEach(finding -> LOG.warn("  {}", finding));
        }
        ingest.observer().moved(batch);
    }

    private PassInput input() {
        return new PassInput(batch, folder, ledger.known(), ingest.directories(), ledger.references());
    }

    @Override
    public void close() throws IOException {
        // the last one is closed first, and each even if that fails
        try (Closeable known = repeats;
                Closeable reading = publishing) {
            LOG.trace("closing {} and {}", reading, known);
        }
    }

    @Override
    public String toString() {
        return batch == null ? "BatchRun[" + arrival.getFileName() + "]" : "BatchRun[" + batch.file() + "]";
    }
}
