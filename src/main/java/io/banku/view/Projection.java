package io.banku.view;

import io.banku.account.LogEntry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Folds a partition's events into its slot of the view: absolute values computed here, compared and set there. What was
 * read once is kept as long as every write succeeds, because nobody else writes; any doubt throws it away. A partition
 * is worked on by one thread at a time.
 */
public final class Projection {
    /** More at once means fewer writes per account, and a longer time in which Redis does nothing else: some 15 ms. */
    static final int EVENTS_PER_SCRIPT = 4_000;

    private final ViewStore view;
    private final String logId;
    private final int partitions;
    private final int accountsPerPartition;
    private final Map<Integer, AccountCache> caches = new ConcurrentHashMap<>();

    /** @param cachedAccounts how many accounts may be remembered over all partitions */
    public Projection(ViewStore view, String logId, int partitions, int cachedAccounts) {
        this.view = view;
        this.logId = logId;
        this.partitions = partitions;
        this.accountsPerPartition = Math.max(1, cachedAccounts / partitions);
    }

    /**
     * Applies the entries between two positions.
     *
     * @return the position at which the view stands now: {@code next}; or another one, when the view was found there
     *     and nothing more was written
     */
    public long apply(int partition, long expected, long next, List<LogEntry> entries, Tally tally) {
        long position = expected;
        int from = 0;
        do {
            int to = Math.min(entries.size(), from + EVENTS_PER_SCRIPT);
            long target = to == entries.size() ? next : entries.get(to).offset();
            long reached = applyOrForget(partition, position, target, entries.subList(from, to), tally);
            if (reached != target) {
                return reached;
            }
            position = target;
            from = to;
        } while (from < entries.size());
        return position;
    }

    /** Forgets a partition that is not ours any more, or whose view may have changed behind our back. */
    public void forget(int partition) {
        caches.remove(partition);
    }

    /** Only what this very call wrote is known: a view that stands at {@code next} by another hand is no proof. */
    private long applyOrForget(int partition, long expected, long next, List<LogEntry> entries, Tally tally) {
        boolean sure = false;
        try {
            ViewStore.Step step = new ViewStore.Step(expected, next, logId, partitions);
            ViewStore.Applied applied = apply(partition, step, entries, tally);
            sure = applied.applied();
            return applied.position();
        } finally {
            if (!sure) {
                forget(partition);
            }
        }
    }

    private ViewStore.Applied apply(int partition, ViewStore.Step step, List<LogEntry> entries, Tally tally) {
        AccountCache cache = cacheAt(partition, step.expected());
        Slice slice = new Slice(entries);
        Set<String> missing = slice.recall(cache);
        if (!missing.isEmpty()) {
            ViewStore.Slot slot = view.read(partition, missing);
            if (slot.position() != step.expected()) {
                return new ViewStore.Applied(false, slot.position());
            }
            slot.accounts().forEach(slice::loaded);
        }
        Tally counted = new Tally();
        slice.fold(counted);
        ViewStore.Applied applied = view.apply(partition, step, slice.changes(), slice.news());
        if (applied.applied()) {
            slice.remember(cache, step.next());
            cache.reached(step.next());
            tally.add(counted);
        }
        return applied;
    }

    private AccountCache cacheAt(int partition, long position) {
        return caches.compute(
                partition,
                (number, known) -> known != null && known.position() == position
                        ? known
                        : new AccountCache(accountsPerPartition, position));
    }
}
