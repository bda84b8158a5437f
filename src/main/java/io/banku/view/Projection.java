package io.banku.view;

import io.banku.account.LogEntry;
import io.banku.view.ViewStore.Applied;
import io.banku.view.ViewStore.Result;
import io.banku.view.ViewStore.Step;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Folds a partition's events into its slot of the view: absolute values computed here, compared and set there. What was
 * read once is kept as long as every write succeeds, because nobody else writes; any doubt throws it away. A partition
 * is worked on by one thread at a time.
 */
public final class Projection {
    /** More at once means fewer writes per account, and a longer time in which Redis does nothing else. */
    static final int EVENTS_PER_SCRIPT = 10_000;

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
     * @return the position at which the view stands now: the next; or another one, when the view was found there or in
     *     another epoch, torn, or of a log that lost something, and nothing more was written
     */
    public long apply(int partition, Span span, Iterator<LogEntry> entries, Tally tally) {
        Span left = span;
        do {
            AccountCache cache = cacheAt(partition, left.expected());
            Slice slice = new Slice(cache);
            slice.take(entries, EVENTS_PER_SCRIPT);
            Span step = entries.hasNext() ? left.until(slice.end()) : left;
            long reached = applyOrForget(partition, step, slice, tally);
            if (reached != step.next() || !entries.hasNext()) {
                return reached;
            }
            left = left.from(reached);
        } while (true);
    }

    /** Forgets a partition that is not ours any more, or whose view may have changed behind our back. */
    public void forget(int partition) {
        caches.remove(partition);
    }

    /** Only what this very call wrote is known: a view that stands at {@code next} by another hand is no proof. */
    private long applyOrForget(int partition, Span span, Slice slice, Tally tally) {
        boolean sure = false;
        try {
            boolean torn = false;
            List<String> missing = slice.missing();
            if (!missing.isEmpty()) {
                ViewStore.Slot slot = view.read(partition, missing);
                torn = slot.torn();
                if (slot.position() != span.expected() || (torn && slice.remembers())) {
                    return slot.position();
                }
                slice.loaded(slot.accounts());
            }
            List<ViewStore.Change> changes = slice.changes(torn);
            Step step = new Step(span, torn || changes.isEmpty(), logId, partitions);
            Applied applied = view.apply(partition, step, changes, slice.news());
            if (applied.result() == Result.APPLIED) {
                slice.applied(span.next(), tally);
                sure = !torn;
            }
            return applied.position();
        } finally {
            if (!sure) {
                forget(partition);
            }
        }
    }

    private AccountCache cacheAt(int partition, long position) {
        return caches.compute(
                partition,
                (number, known) -> known != null && known.position() == position
                        ? known
                        : new AccountCache(accountsPerPartition, position));
    }
}
