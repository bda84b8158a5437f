package io.banku.batch;

import io.banku.feed.Feed;
import io.banku.feed.Numbering.Place;
import io.banku.feed.Terms;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The batches that are held for the one before them, and nothing else: they go on when that one is in. One thread. */
final class Successors {
    private final FeedLedger known;
    /** What the check found again is not tried again before something else has come in. */
    private final Map<String, Integer> tried = new HashMap<>();

    Successors(FeedLedger known) {
        this.known = known;
    }

    /** The first one whose turn it is. */
    Optional<Batch> next(Feed feed) {
        if (feed.terms().afterGap() == Terms.AfterGap.WAITS || feed.step().isEmpty()) {
            return Optional.empty();
        }
        long step = feed.step().getAsLong();
        int version = known.sequence().version();
        Optional<Batch> next = known.heldFor(HoldReason.MISSING_PREDECESSOR).stream()
                .filter(batch -> known.sequence().place(batch.sequence(), step) == Place.NEXT)
                .filter(batch -> !Integer.valueOf(version).equals(tried.get(batch.id())))
                .min(Comparator.comparing(Batch::sequence));
        next.ifPresent(batch -> tried.put(batch.id(), version));
        return next;
    }
}
