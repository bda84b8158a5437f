package io.banku.view;

import io.banku.account.LogEntry;
import io.banku.view.ViewStore.Applied;
import io.banku.view.ViewStore.Over;
import io.banku.view.ViewStore.Result;
import io.banku.view.ViewStore.Step;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Folds a partition's events into its slot of the view: absolute values computed here, compared and set there. What was
 * read once is kept as long as every write succeeds, because nobody else writes; any doubt throws it away. Shared by
 * threads: after a process was frozen, two may have chunks of one partition, and what is remembered is in one hand only.
 */
public final class Projection {
    /** More at once means fewer writes per account, and a longer time in which Redis does nothing else. */
    static final int EVENTS_PER_SCRIPT = 10_000;

    private final ViewStore view;
    private final String logId;
    private final int partitions;
    private final int accountsPerPartition;
    /** What is remembered of a partition; nothing while somebody works with it. */
    private final Map<Integer, AtomicReference<AccountCache>> caches = new ConcurrentHashMap<>();

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
        AtomicReference<AccountCache> kept = caches.computeIfAbsent(partition, none -> new AtomicReference<>());
        do {
            AccountCache cache = taken(kept, left);
            Slice slice = new Slice(cache);
            slice.take(entries, EVENTS_PER_SCRIPT);
            Span step = entries.hasNext() ? left.until(slice.end()) : left;
            long reached = apply(partition, step, slice, tally, () -> kept.set(cache));
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
    private long apply(int partition, Span span, Slice slice, Tally tally, Runnable remember) {
        Over over = Over.WHOLE;
        List<String> missing = slice.missing();
        if (!missing.isEmpty()) {
            ViewStore.Slot slot = view.read(partition, missing);
            over = new Over(false, slot.ahead(), slot.tornBy());
            if (slot.position() != span.expected() || (slot.isTorn() && slice.remembers())) {
                return slot.position();
            }
            slice.loaded(slot.accounts());
        }
        boolean torn = over.ahead() != null;
        List<ViewStore.Change> changes = slice.changes(torn);
        Step step = new Step(span, changes.isEmpty() && !torn ? Over.ANY : over, logId, partitions);
        Applied applied = view.apply(partition, step, changes, slice.news());
        if (applied.result() == Result.APPLIED) {
            slice.applied(span, tally);
            if (!torn) {
                remember.run();
            }
        }
        return applied.position();
    }

    private AccountCache taken(AtomicReference<AccountCache> kept, Span span) {
        AccountCache known = kept.getAndSet(null);
        return known != null && known.isAtBeginOf(span) ? known : new AccountCache(accountsPerPartition);
    }
}
