package io.banku.batch;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What becomes of a held batch by an operator's decision. */
final class Ruling {
    private Ruling() {}

    static Batch of(Decision decision, Batch batch, Instant now) {
        String why =
                decision.action().name().toLowerCase(Locale.ROOT) + " by " + decision.by() + ": " + decision.reason();
        BatchDraft draft = batch.change().decided(decision.id());
        return (decision.action() == Decision.Action.RELEASE
                        ? release(draft, decision, batch, now, why)
                        : refuse(draft, batch, now, why))
                .snapshot();
    }

    private static BatchDraft release(BatchDraft draft, Decision decision, Batch batch, Instant now, String why) {
        List<String> named = decision.despite() == null ? List.of() : List.of(decision.despite());
        if (!batch.conflicts().isEmpty() && batch.conflicts().stream().noneMatch(named::contains)) {
            return draft.heldStill(now, why + " (not carried out: it names none of " + batch.conflicts() + ")");
        }
        return draft.waive(batch.heldFor())
                .name(named)
                .releaseFindings(now)
                .to(BatchState.STAGED, now, why + (named.isEmpty() ? "" : " (despite " + decision.despite() + ")"));
    }

    private static BatchDraft refuse(BatchDraft draft, Batch batch, Instant now, String why) {
        if (batch.isPartlyIn()) {
            return draft.heldStill(now, why + " (not carried out)")
                    .found(new Finding(
                            "BNK-4032",
                            "expected a batch of which nothing is in the log, found " + batch.done() + " of "
                                    + batch.counts().read() + " records there: it can be completed, not refused;"
                                    + " put its file back and release it, or deliver the same file again"));
        }
        return draft.to(BatchState.REFUSED, now, why);
    }
}
