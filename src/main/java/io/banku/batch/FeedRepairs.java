package io.banku.batch;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was said of rejects of one feed: of few of its batches anything. For one thread at a time. */
final class FeedRepairs {
    private final Map<String, BatchRepairs> batches = new HashMap<>();
    /** Ids of batches with a request to resubmit a reject that is not answered yet. */
    private final Set<String> asked = new LinkedHashSet<>();

    void put(Repair repair) {
        BatchRepairs ofBatch = batches.computeIfAbsent(repair.batch(), id -> new BatchRepairs());
        ofBatch.put(repair);
        ask(repair.batch(), ofBatch);
    }

    void put(Repaired repaired) {
        BatchRepairs ofBatch = batches.computeIfAbsent(repaired.batch(), id -> new BatchRepairs());
        ofBatch.put(repaired);
        ask(repaired.batch(), ofBatch);
    }

    private void ask(String batch, BatchRepairs ofBatch) {
        if (ofBatch.hasRequests()) {
            asked.add(batch);
        } else {
            asked.remove(batch);
        }
    }

    /** Ids of batches, in the order in which it was asked for. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** See {@link FeedLedger#lives}. */
    SortedMap<Long, RejectLife> lives(String batch) {
        BatchRepairs ofBatch = batches.get(batch);
        return ofBatch == null ? new TreeMap<>() : ofBatch.lives();
    }

    /** See {@link FeedLedger#lastRepair}. */
    String last(Batch batch) {
        BatchRepairs ofBatch = batches.get(batch.id());
        return ofBatch == null ? null : ofBatch.last(batch.attempt());
    }

    /** See {@link FeedLedger#corrections}. */
    SortedMap<Long, byte[]> corrections(Batch batch) {
        BatchRepairs ofBatch = batches.get(batch.id());
        return ofBatch == null || batch.corrections() == null ? new TreeMap<>() : ofBatch.upTo(batch.corrections());
    }

    /** See {@link FeedLedger#latest}. */
    SortedMap<Long, byte[]> latest(Batch batch) {
        SortedMap<Long, byte[]> bytes = corrections(batch);
        lives(batch.id()).forEach((record, life) -> {
            if (life.correction() != null && life.correction().attempt() == batch.attempt()) {
                bytes.put(record, BatchRepairs.bytes(life.correction()));
            }
        });
        return bytes;
    }
}
