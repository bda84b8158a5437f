package io.banku.batch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What becomes of a held batch by an operator's decision. */
final class Ruling {
    private Ruling() {}

    /**
     * @param fourEyes what takes two
     * @param lastRepair the last thing that was said about rejects of the batch, or null
     */
    static Batch of(Decision decision, Batch batch, FourEyes fourEyes, String lastRepair, Instant now) {
        String why = decision.action().word() + " by " + decision.by() + ": " + decision.reason() + approved(decision);
        BatchDraft draft = batch.change().decided(decision.id());
        Optional<String> missing = missing(decision, batch, fourEyes, lastRepair);
        if (missing.isPresent()) {
            return draft.heldStill(now, why + " (not carried out: " + missing.get() + ")")
                    .snapshot();
        }
        return (decision.action() == Decision.Action.RELEASE
                        ? release(draft, decision, batch, now, why)
                        : refuse(draft, batch, now, why))
                .snapshot();
    }

    private static String approved(Decision decision) {
        Grounds second = decision.approved();
        return second == null ? "" : "; approved by " + second.by() + ": " + second.reason();
    }

    /** Looked at here again: whoever took it in may not have known the definition, or the last correction. */
    private static Optional<String> missing(Decision decision, Batch batch, FourEyes fourEyes, String lastRepair) {
        Grounds second = decision.approved();
        if (second == null) {
            return fourEyes.actions().contains(decision.action())
                    ? Optional.of("BNK-5059 it takes a second person")
                    : Optional.empty();
        }
        return second.by().equals(decision.by())
                ? Optional.of("BNK-5059 it takes another person")
                : Wish.of(decision).isVoid(batch, lastRepair).map(why -> "BNK-5061 " + why);
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
