package io.banku.batch;

import io.banku.feed.Numbering;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The numbers of a feed's batches of which something is in the log, and whose they are. What is missing between them is
 * missing until it comes, in whatever order it was done without. Shared by threads.
 */
final class Sequence implements Numbering {
    private final TreeMap<Long, String> batches = new TreeMap<>();
    private int version;

    /** In the order of the ledger. A batch that was released despite the one with its number begins the numbers anew. */
    synchronized void put(Batch batch) {
        if (!batch.isIn() || batch.sequence() == null) {
            return;
        }
        String before = batches.get(batch.sequence());
        if (batch.id().equals(before)) {
            return;
        }
        if (before != null && batch.named().contains(before)) {
            batches.clear();
        }
        batches.put(batch.sequence(), batch.id());
        version++;
    }

    /** As it is for that batch, of which something may be in. */
    synchronized Numbering without(Batch batch) {
        Sequence others = new Sequence();
        others.batches.putAll(batches);
        others.batches.values().remove(batch.id());
        return others;
    }

    /** Another one whenever something has come in. */
    synchronized int version() {
        return version;
    }

    /** Whose number it is. */
    synchronized Optional<String> owner(long number) {
        return Optional.ofNullable(batches.get(number));
    }

    @Override
    public synchronized OptionalLong lowest() {
        return batches.isEmpty() ? OptionalLong.empty() : OptionalLong.of(batches.firstKey());
    }

    @Override
    public synchronized OptionalLong highest() {
        return batches.isEmpty() ? OptionalLong.empty() : OptionalLong.of(batches.lastKey());
    }

    @Override
    public synchronized boolean isIn(long number) {
        return batches.containsKey(number);
    }

    @Override
    public synchronized long below(long number) {
        Map.Entry<Long, String> lower = batches.lowerEntry(number);
        if (lower == null) {
            throw new IllegalArgumentException("expected a number above " + lowest() + ", found " + number);
        }
        return lower.getKey();
    }
}
