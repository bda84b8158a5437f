package io.banku.batch;

import io.banku.batch.Batch.Durations;
import io.banku.feed.BatchInput;
import io.banku.feed.BatchReader;
import io.banku.feed.Feed;
import io.banku.feed.FileName;
import io.banku.feed.Pass;
import io.banku.log.AppendFailedException;
import io.banku.record.FramingException;
import io.banku.record.TextModeTransfer;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.Collections;
import java.util.Iterator;
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
    private Path folder;
    private Feed feed;
    private DigestInputStream bytes;
    private Chunks chunks;
    private ChunkSize size;
    private long chunkStarted;

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
        folder = ingest.directories().bringHome(batch);
        if (batch.state() == BatchState.STAGED) {
            Suspicion.of(batch, ledger.known(), ingest.clock().instant()).ifPresent(suspicion -> batch = suspicion);
            if (batch.state() == BatchState.HELD) {
                write(batch);
            }
        }
    }

    /** Reads all of it, and decides: publish, hold, or refuse. */
    public void check() throws IOException, AppendFailedException {
        if (batch == null || batch.state() != BatchState.STAGED) {
            return;
        }
        long started = System.nanoTime();
        CheckResult result;
        boolean unchanged;
        try (DigestInputStream in = open()) {
            result = Check.of(definition(), input(), in);
            unchanged = result.unreadable()
                    || Fingerprint.hex(in.getMessageDigest()).equals(batch.sha256());
        }
        Durations spent = new Durations(
                (System.nanoTime() - started) / 1_000_000, batch.durations().publishing());
        Batch.Draft draft = batch.change().checked(result).took(spent);
        if (result.unreadable() || result.counts().rejected() > 0) {
            TextModeTransfer transfer = textModeTransfer();
            if (transfer != TextModeTransfer.NONE) {
                draft.found(new Finding("BNK-4005", transfer.told()));
            }
        }
        write(Verdict.of(
                batch, definition(), result, unchanged, draft, ingest.clock().instant()));
    }

    /** The chunks that are not in the log yet; none when it is not to be published. */
    public Iterator<Chunk> chunks() throws IOException, FramingException {
        if (batch == null || (batch.state() != BatchState.CHECKED && batch.state() != BatchState.PUBLISHING)) {
            return Collections.emptyIterator();
        }
        requireStagedContent();
        bytes = open();
        size = new ChunkSize(ingest.chunking().records(), ingest.chunking().time());
        BatchReader reader = definition().read(input(), bytes, Pass.PUBLISH);
        chunks = new Chunks(batch, reader, size, ingest.clock()).skipTo(batch.done());
        chunkStarted = System.nanoTime();
        return chunks;
    }

    /** One transaction: the chunk's events and rejects, and how far the batch is now. The last one seals it. */
    public void publish(Chunk chunk) throws AppendFailedException {
        ingest.pace().await();
        if (chunk.last()) {
            requireUnchanged(chunk);
        }
        long began = System.nanoTime();
        long millis = (began - chunkStarted) / 1_000_000;
        BatchState next = chunk.last() ? BatchState.SEALED : BatchState.PUBLISHING;
        int records = (int) (chunk.done() - batch.done());
        Batch after = batch.change()
                .to(next, ingest.clock().instant(), null)
                .done(chunk.done())
                .took(new Durations(
                        batch.durations().checking(), batch.durations().publishing() + millis))
                .snapshot();
        ledger.write(after, chunk);
        size.took(records, System.nanoTime() - began);
        chunkStarted = began;
        batch = after;
        ingest.observer().published(batch, chunk.events().size());
        if (chunk.last()) {
            moved();
        }
    }

    /** Its folder goes where its state belongs, with the report in it. */
    public void settle() throws IOException {
        if (batch != null) {
            ingest.directories().settle(batch);
        }
    }

    /** An operator released or refused it. */
    void decide(Decision decision) throws AppendFailedException {
        String why = decision.action().name().toLowerCase(java.util.Locale.ROOT) + " by " + decision.by() + ": "
                + decision.reason();
        Batch.Draft draft = batch.change().decided(decision.id());
        if (decision.action() == Decision.Action.RELEASE) {
            draft.waive(batch.heldFor())
                    .to(BatchState.STAGED, ingest.clock().instant(), why)
                    .forgetFindings();
        } else {
            draft.to(BatchState.REFUSED, ingest.clock().instant(), why);
        }
        write(draft.snapshot());
    }

    /** Somebody changed the file in our own directory: publish no more of it, and let a person look. */
    public void holdAsChanged(ChangedFileException changed) throws AppendFailedException {
        write(batch.change()
                .held(HoldReason.FILE_CHANGED, ingest.clock().instant())
                .found(new Finding("BNK-4003", changed.getMessage()))
                .snapshot());
    }

    public Batch batch() {
        return batch;
    }

    /** What is published cannot be taken back: the hash of what pass 2 reads comes too late for all but its last chunk. */
    private void requireStagedContent() throws IOException {
        String found = Fingerprint.of(folder.resolve(batch.file()));
        if (!found.equals(batch.sha256())) {
            throw new ChangedFileException(
                    "expected the content that was staged, SHA-256 " + batch.sha256() + ", found " + found);
        }
    }

    private void requireUnchanged(Chunk chunk) {
        String found = Fingerprint.hex(bytes.getMessageDigest());
        if (!found.equals(batch.sha256()) || chunk.done() != batch.counts().read()) {
            throw new ChangedFileException("expected " + batch.counts().read() + " records with SHA-256 "
                    + batch.sha256() + ", found " + chunk.done() + " with " + found);
        }
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
        } else if (batch.state() != BatchState.STAGED) {
            LOG.info("{} {}: {}, {}", batch.feed(), batch.file(), batch.state().text(), batch.counts());
        }
        ingest.observer().moved(batch);
    }

    private TextModeTransfer textModeTransfer() throws IOException {
        if (!definition().isEbcdic()) {
            return TextModeTransfer.NONE;
        }
        try (InputStream in = Files.newInputStream(folder.resolve(batch.file()))) {
            return TextModeTransfer.of(in);
        }
    }

    /** The definition that it was staged with, whatever has become of the feed since. */
    private Feed definition() {
        if (feed == null) {
            feed = Feed.load(folder.resolve("definition").resolve(batch.feed()));
        }
        return feed;
    }

    private BatchInput input() {
        FileName name = definition().files().match(batch.file()).orElseThrow();
        return new BatchInput(name, ledger.known().previousSequence());
    }

    private DigestInputStream open() throws IOException {
        return new DigestInputStream(Files.newInputStream(folder.resolve(batch.file())), Fingerprint.sha256());
    }

    @Override
    public void close() throws IOException {
        if (chunks != null) {
            chunks.close();
        }
    }

    @Override
    public String toString() {
        return batch == null ? "BatchRun[" + arrival.getFileName() + "]" : "BatchRun[" + batch.file() + "]";
    }
}
