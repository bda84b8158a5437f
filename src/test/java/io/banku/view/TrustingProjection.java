package io.banku.view;

import io.banku.account.LogEntry;
import java.util.List;

/** A projection as it must not be: it keeps what it remembers though the view was found elsewhere. */
final class TrustingProjection {
    private final ViewStore store;
    private final String logId;
    private final AccountCache cache = new AccountCache(100, 0);

    TrustingProjection(ViewStore store, String logId) {
        this.store = store;
        this.logId = logId;
    }

    long apply(int partition, long expected, long next, List<LogEntry> entries, Tally tally) {
        Slice slice = new Slice(entries);
        ViewStore.Slot slot = store.read(partition, slice.recall(cache));
        slot.accounts().forEach(slice::loaded);
        slice.fold(tally);
        var applied =
                store.apply(partition, new ViewStore.Step(expected, next, logId, 1), slice.changes(), slice.news());
        if (applied.applied()) {
            slice.remember(cache, next);
        }
        return applied.position();
    }
}
