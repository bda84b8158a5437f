package io.banku.batch;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What operators decided about batches of one feed, and what waits for a second one. For one thread at a time. */
final class FeedRulings {
    private final Map<String, Decision> decisions = new HashMap<>();
    private final Map<String, Wish> wishes = new HashMap<>();
    private FourEyes fourEyes;

    void put(Decision decision) {
        decisions.put(decision.batch(), decision);
    }

    void put(Wish wish) {
        wishes.put(wish.batch(), wish);
    }

    void put(FourEyes known) {
        fourEyes = known;
    }

    /** See {@link FeedLedger#wish}. */
    Optional<Wish> wish(Batch batch) {
        return Optional.ofNullable(wishes.get(batch.id()))
                .filter(wish -> wish.withdrawn() == null && wish.decision().revision() == batch.revision());
    }

    Optional<FourEyes> fourEyes() {
        return Optional.ofNullable(fourEyes);
    }

    /** See {@link FeedLedger#approved}. */
    Optional<Decision> approved(Batch batch) {
        return Optional.ofNullable(decisions.get(batch.id()))
                .filter(decision -> decision.approved() != null && decision.id().equals(batch.decision()));
    }

    /** See {@link FeedLedger#openDecision}. */
    Optional<Decision> open(Batch batch) {
        return Optional.ofNullable(decisions.get(batch.id()))
                .filter(decision -> decision.revision() == batch.revision());
    }
}
