package io.banku.batch;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Which batches of other feeds a batch is behind, as far as this process has read the ledger: all of it, whoever owns those
 * feeds. Shared by threads.
 */
public final class Precedence {
    private final LedgerIndex index;
    private final Clock clock;

    public Precedence(LedgerIndex index, Clock clock) {
        this.index = index;
        this.clock = clock;
    }

    /** What a batch that waits was found to wait for, as it stands now; in its own feed, the one before it. */
    public List<Awaited> of(Batch batch) {
        if (batch.heldFor() == HoldReason.MISSING_PREDECESSOR
                && Awaited.turn(batch).isPresent()) {
            List<Batch> held =
                    index.ledger(batch.feed()).map(FeedLedger::toBeDecided).orElse(List.of());
            return List.of(Awaited.before(batch, held));
        }
        return batch.heldFor() == HoldReason.REFERENCE
                ? batch.waitsFor().stream().map(this::reference).toList()
                : of(batch, batch.waitsFor());
    }

    private Awaited reference(String feed) {
        return Awaited.ofReference(feed, index.ledger(feed).flatMap(FeedLedger::newestVersion));
    }

    /** Those of these references that have no file yet. */
    List<Awaited> missing(List<String> references) {
        return references.stream()
                .map(this::reference)
                .filter(each -> !each.isOver())
                .toList();
    }

    private List<Awaited> of(Batch batch, List<String> feeds) {
        Instant now = clock.instant();
        return feeds.stream()
                .map(feed -> index.ledger(feed)
                        .map(ledger -> ledger.awaited(feed, batch.date(), now))
                        .orElseGet(() -> Awaited.missing(feed, batch.date())))
                .toList();
    }

    /** Those of these feeds that a batch has to wait for. */
    List<Awaited> missing(Batch batch, List<String> feeds) {
        return of(batch, feeds).stream().filter(each -> !each.isOver()).toList();
    }
}
