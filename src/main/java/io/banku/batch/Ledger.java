package io.banku.batch;

import io.banku.account.RecordedEvent;
import io.banku.feed.Reject;
import io.banku.log.AppendFailedException;
import io.banku.log.EventLog;
import io.banku.log.KnownTopics;
import io.banku.log.LogConnection;
import io.banku.log.LogTopic;
import java.io.IOException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The owner's hand on one feed's ledger: everything that is written, events too, goes through one transactional id, so
 * that a successor fences its predecessor. One thread.
 */
final class Ledger implements AutoCloseable {
    /** In hex it is 400,000 characters; Kafka takes a million bytes unless it is told otherwise. */
    private static final int MOST_BYTES = 200_000;

    private static final int MOST_CHARACTERS = 10_000;

    private final EventLog log;
    private final FeedLedger known;
    private final Precedence precedence;
    private final LedgerNote note;
    private final int partition;
    private final References references;

    private Ledger(
            EventLog log,
            FeedLedger known,
            Precedence precedence,
            References references,
            LedgerNote note,
            int partition) {
        this.references = references;
        this.log = log;
        this.known = known;
        this.precedence = precedence;
        this.note = note;
        this.partition = partition;
    }

    /**
     * Takes the feed over; returns when all that earlier owners wrote is known.
     *
     * @throws LedgerLostException when that is less than what is noted beside the data
     */
    static Ledger claim(
            LogConnection connection, KnownTopics topics, String feed, int partition, LedgerIndex index, Ingest ingest)
            throws AppendFailedException, InterruptedException, IOException {
        LedgerNote note = LedgerNote.of(ingest.directories(), feed);
        FeedLedger known = index.feed(feed, partition);
        Precedence precedence = new Precedence(index, ingest.clock());
        EventLog log = EventLog.open(connection, "ingest-" + feed, topics);
        Ledger ledger =
                new Ledger(log, known, precedence, new References(ingest.directories(), index), note, partition);
        boolean claimed = false;
        try {
            String process = Long.toString(ProcessHandle.current().pid());
            Claim claim = new Claim(
                    feed, UUID.randomUUID().toString(), process, ingest.clock().instant());
            ledger.log.begin();
            ledger.log.append(LogTopic.BATCHES, partition, LedgerFormat.key(claim), LedgerFormat.write(claim));
            ledger.log.commit();
            known.awaitClaim(claim.claim());
            note.claimed(ledger.offset(), known);
            claimed = true;
            return ledger;
        } finally {
            if (!claimed) {
                ledger.close();
            }
        }
    }

    private long offset() throws AppendFailedException {
        return log.lastOffset(LogTopic.BATCHES, partition)
                .orElseThrow(() ->
                        new AppendFailedException("expected the offset of the record in the ledger, found none", null));
    }

    /** What it knows of other feeds. */
    References references() {
        return references;
    }

    FeedLedger known() {
        return known;
    }

    /** What batches of this feed wait for in others. */
    Precedence precedence() {
        return precedence;
    }

    /** Returns when the snapshot is in the ledger. */
    void write(Batch batch) throws AppendFailedException {
        log.begin();
        append(batch);
        commit(batch);
    }

    /** Returns when it is in the ledger when the feed's files are due. */
    void write(Calendars calendars) throws AppendFailedException {
        log.begin();
        log.append(LogTopic.BATCHES, partition, LedgerFormat.key(calendars), LedgerFormat.write(calendars));
        log.commit();
        known.put(calendars);
    }

    /** Returns when it is in the ledger what takes two. */
    void write(FourEyes fourEyes) throws AppendFailedException {
        log.begin();
        log.append(LogTopic.BATCHES, partition, LedgerFormat.key(fourEyes), LedgerFormat.write(fourEyes));
        log.commit();
        known.put(fourEyes);
    }

    /** One transaction: the chunk's events or entries, its rejects, and how far the batch has come. */
    void write(Batch batch, Chunk chunk) throws AppendFailedException {
        log.begin();
        for (var event : chunk.events()) {
            log.append(event);
        }
        for (KeptEntry entry : chunk.entries()) {
            log.append(LogTopic.REFERENCES, entry.topicKey(batch.feed()), entry.topicValue(batch.feed(), batch.id()));
        }
        for (Reject reject : chunk.rejects()) {
            String key = batch.id() + "/" + reject.record();
            log.append(LogTopic.REJECTS, partition, key, LedgerFormat.write(shape(batch, reject)));
        }
        append(batch);
        commit(batch);
    }

    /** One transaction: events of rejects of a batch that is in the log already, what came of each, and what the batch is then. */
    void write(Batch batch, List<RecordedEvent> events, List<Repaired> repaired) throws AppendFailedException {
        log.begin();
        for (RecordedEvent event : events) {
            log.append(event);
        }
        for (Repaired each : repaired) {
            log.append(LogTopic.BATCHES, partition, LedgerFormat.key(each), LedgerFormat.write(each));
        }
        append(batch);
        commit(batch);
        repaired.forEach(known::put);
    }

    private void commit(Batch batch) throws AppendFailedException {
        log.commit();
        known.put(batch);
        note.wrote(batch, offset());
    }

    private void append(Batch batch) throws AppendFailedException {
        log.append(LogTopic.BATCHES, partition, LedgerFormat.key(batch), LedgerFormat.write(batch));
    }

    /**
     * A reject as {@code banku.rejects} keeps it for ever; {@code bytes} is the whole record in hex. Of one that is longer
     * than Kafka would take it is the beginning, and {@code length} says how long it is: the whole lies in the archive.
     */
    private static Map<String, Object> shape(Batch batch, Reject reject) {
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("feed", batch.feed());
        shape.put("batch", batch.id());
        shape.put("file", batch.file());
        shape.put("record", reject.record());
        shape.put("fileOffset", reject.fileOffset());
        shape.put("code", reject.code());
        shape.put("rule", reject.rule());
        shape.put("field", reject.field());
        shape.put("fieldOffset", reject.fieldOffset());
        shape.put("picture", reject.picture());
        shape.put("fieldHex", Shortened.text(reject.fieldHex(), MOST_CHARACTERS));
        shape.put("reason", Shortened.text(reject.reason(), MOST_CHARACTERS));
        int kept = Math.min(reject.bytes().length, MOST_BYTES);
        shape.put("bytes", HexFormat.of().formatHex(reject.bytes(), 0, kept));
        shape.put("length", kept == reject.bytes().length ? null : reject.bytes().length);
        shape.values().removeIf(value -> value == null);
        return shape;
    }

    /** Also by a thread that was told to end: what it leaves open would keep readers waiting. */
    @Override
    public void close() {
        boolean toldToEnd = Thread.interrupted();
        log.close();
        if (toldToEnd) {
            Thread.currentThread().interrupt();
        }
    }
}
