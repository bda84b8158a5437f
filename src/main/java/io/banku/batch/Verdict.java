package io.banku.batch;

import io.banku.feed.Feed;
import java.time.Instant;

/** What follows from a check: publish, hold, or refuse. */
final class Verdict {
    private Verdict() {}

    /** @param draft the batch with the check's result in it */
    static Batch of(Batch batch, Feed feed, CheckResult result, boolean unchanged, Batch.Draft draft, Instant now) {
        if (result.unreadable()) {
            return draft.to(BatchState.REFUSED, now, "unreadable").snapshot();
        }
        if (!unchanged) {
            return draft.held(HoldReason.FILE_CHANGED, now)
                    .found(new Finding(
                            "BNK-4003",
                            "expected the content that was staged, SHA-256 " + batch.sha256()
                                    + ", found another; put the staged file back, then release"))
                    .snapshot();
        }
        if (!result.balanced() && !batch.isWaived(HoldReason.OUT_OF_BALANCE)) {
            return draft.held(HoldReason.OUT_OF_BALANCE, now).snapshot();
        }
        if (result.counts().rejected() > feed.toleratedRejects() && !batch.isWaived(HoldReason.REJECTS)) {
            return draft.held(HoldReason.REJECTS, now)
                    .found(new Finding(
                            "BNK-4015",
                            "expected at most " + feed.toleratedRejects() + " rejects (rejects.tolerate), found "
                                    + result.counts().rejected()
                                    + "; release publishes the rest and keeps them on banku.rejects"))
                    .snapshot();
        }
        return draft.to(BatchState.CHECKED, now, null).snapshot();
    }
}
