package io.banku.batch;

import io.banku.feed.Reject;
import io.banku.log.AppendFailedException;
import io.banku.log.EventLog;
import io.banku.log.LogConnection;
import io.banku.log.LogTopic;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The owner's hand on one feed's ledger: everything that is written, events too, goes through one transactional id, so
 * that a successor fences its predecessor. One thread.
 */
final class Ledger implements AutoCloseable {
    private final EventLog log;
    private final FeedLedger known;
    private final int partition;

    private Ledger(EventLog log, FeedLedger known, int partition) {
        this.log = log;
        this.known = known;
        this.partition = partition;
    }

    /** Takes the feed over; returns when all that earlier owners wrote is known. */
    static Ledger claim(LogConnection connection, String feed, int partition, FeedLedger known, Clock clock)
            throws AppendFailedException, InterruptedException {
        Ledger ledger = new Ledger(EventLog.open(connection, "ingest-" + feed), known, partition);
        boolean claimed = false;
        try {
            String process = Long.toString(ProcessHandle.current().pid());
            Claim claim = new Claim(feed, UUID.randomUUID().toString(), process, clock.instant());
            ledger.log.begin();
            ledger.log.append(LogTopic.BATCHES, partition, LedgerFormat.key(claim), LedgerFormat.write(claim));
            ledger.log.commit();
            known.awaitClaim(claim.claim());
            claimed = true;
            return ledger;
        } finally {
            if (!claimed) {
                ledger.close();
            }
        }
    }

    FeedLedger known() {
        return known;
    }

    /** Returns when the snapshot is in the ledger. */
    void write(Batch batch) throws AppendFailedException {
        log.begin();
        append(batch);
        log.commit();
        known.put(batch);
    }

    /** One transaction: the chunk's events, its rejects, and how far the batch has come. */
    void write(Batch batch, Chunk chunk) throws AppendFailedException {
        log.begin();
        for (var event : chunk.events()) {
            log.append(event);
        }
        for (Reject reject : chunk.rejects()) {
            String key = batch.id() + "/" + reject.record();
            log.append(LogTopic.REJECTS, partition, key, LedgerFormat.write(shape(batch, reject)));
        }
        append(batch);
        log.commit();
        known.put(batch);
    }

    private void append(Batch batch) throws AppendFailedException {
        log.append(LogTopic.BATCHES, partition, LedgerFormat.key(batch), LedgerFormat.write(batch));
    }

    /** A reject as {@code banku.rejects} keeps it for ever; {@code bytes} is the whole record in hex. */
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
        shape.put("fieldHex", reject.fieldHex());
        shape.put("reason", reject.reason());
        shape.put("bytes", HexFormat.of().formatHex(reject.bytes()));
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
