package io.banku.batch;

import java.time.Instant;
import java.util.Optional;

/** Is a staged batch perhaps one that was sent before, under another name or with other bytes? */
final class Suspicion {
    private Suspicion() {}

    /** The batch held, unless nothing is suspicious or an operator has released it from that. */
    static Optional<Batch> of(Batch batch, FeedLedger known, Instant now) {
        Optional<Batch> twin = known.sameContent(batch.id(), batch.sha256());
        if (twin.isPresent() && !batch.isWaived(HoldReason.SUSPECTED_DUPLICATE)) {
            return Optional.of(held(
                    batch,
                    HoldReason.SUSPECTED_DUPLICATE,
                    now,
                    new Finding(
                            "BNK-4013",
                            "expected new content, found byte for byte that of "
                                    + twin.get().file() + " (batch "
                                    + twin.get().id().substring(0, 12) + ", "
                                    + twin.get().state().text()
                                    + "); refuse it, or release it if the mainframe really means it")));
        }
        Optional<Batch> namesake = known.sameName(batch.id(), batch.file());
        if (namesake.isPresent() && !batch.isWaived(HoldReason.NAME_CONFLICT)) {
            return Optional.of(held(
                    batch,
                    HoldReason.NAME_CONFLICT,
                    now,
                    new Finding(
                            "BNK-4014",
                            "expected one file of this name, found another with other bytes (batch "
                                    + namesake.get().id().substring(0, 12) + ", "
                                    + namesake.get().state().text()
                                    + "); find out which one the mainframe means, and refuse the other")));
        }
        return Optional.empty();
    }

    private static Batch held(Batch batch, HoldReason reason, Instant now, Finding finding) {
        return batch.change().held(reason, now).found(finding).snapshot();
    }
}
