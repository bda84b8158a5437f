package io.banku.view;

import io.banku.account.LogEntry;
import java.util.Iterator;

/** A projection as it must not be: it keeps what it remembers though the view was found elsewhere. */
final class TrustingProjection {
    private final ViewStore store;
    private final String logId;
    private final AccountCache cache = new AccountCache(100);

    TrustingProjection(ViewStore store, String logId) {
        this.store = store;
        this.logId = logId;
    }

    long apply(int partition, Span span, Iterator<LogEntry> entries, Tally tally) {
        Slice slice = new Slice(cache);
        slice.take(entries, Integer.MAX_VALUE);
        ViewStore.Slot slot = store.read(partition, slice.missing());
        slice.loaded(slot.accounts());
        var step = new ViewStore.Step(span, new ViewStore.Over(false, slot.ahead(), slot.tornBy()), logId, 1);
        var applied = store.apply(partition, step, slice.changes(slot.isTorn()), slice.news());
        if (applied.result() == ViewStore.Result.APPLIED) {
            slice.applied(span, tally);
        }
        return applied.position();
    }
}
