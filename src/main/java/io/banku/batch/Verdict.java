package io.banku.batch;

import io.banku.feed.ControlRow;
import io.banku.feed.Feed;
import io.banku.feed.FileName;
import io.banku.feed.Generation;
import io.banku.feed.Numbering.Place;
import io.banku.feed.Reconciliation;
import io.banku.feed.Terms.OutOfTurn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What follows from a check: publish, hold, or refuse. */
final class Verdict {
    private final Batch batch;
    private final Feed feed;
    private final CheckResult result;
    private final FeedLedger known;
    private final Instant now;

    Verdict(Batch batch, Feed feed, CheckResult result, FeedLedger known, Instant now) {
        this.batch = batch;
        this.feed = feed;
        this.result = result;
        this.known = known;
        this.now = now;
    }

    /** @param unchanged what was read is what was staged: else nothing follows from it but that */
    Batch of(BatchDraft draft, boolean unchanged) {
        BatchDraft next = unchanged ? checked(draft) : changed(draft);
        return next.snapshot();
    }

    private BatchDraft changed(BatchDraft draft) {
        return held(
                draft,
                HoldReason.FILE_CHANGED,
                "BNK-4003",
                "expected the content that was staged, SHA-256 " + batch.sha256()
                        + ", found another; put the staged file back, then release, or deliver the same file again");
    }

    private BatchDraft checked(BatchDraft draft) {
        if (batch.isPartlyIn()) {
            return completed(draft);
        }
        draft.checked(result);
        if (result.unreadable()) {
            return draft.to(BatchState.REFUSED, now, "unreadable");
        }
        Optional<String> other = numberTaken();
        if (other.isPresent() && feed.terms().repeat() == OutOfTurn.HOLDS) {
            return takenBy(other.get(), draft);
        }
        if (other.isPresent()) {
            draft.found(
                    new Finding("BNK-3061", "expected " + taken(other.get()) + "; the feed says that it is only told"));
        }
        if (isReplacement()) {
            draft.withoutNumber();
        }
        if (!result.balanced() && !(batch.isWaived(HoldReason.OUT_OF_BALANCE) && isAsReleased())) {
            return draft.held(HoldReason.OUT_OF_BALANCE, now);
        }
        if (result.counts().rejected() > feed.toleratedRejects() && !batch.isWaived(HoldReason.REJECTS)) {
            return held(
                    draft,
                    HoldReason.REJECTS,
                    "BNK-4015",
                    "expected at most " + feed.toleratedRejects() + " rejects (rejects.tolerate), found "
                            + result.counts().rejected()
                            + "; release publishes the rest and keeps them on banku.rejects");
        }
        return inTurn(draft);
    }

    /**
     * A release is for the differences that were there to be seen. One that a correction has made, which is read for the first time
     * now, is another matter. What its place in the sequence makes is decided apart.
     */
    private boolean isAsReleased() {
        String turn = result.turn().map(Reconciliation.Turn::control).orElse(null);
        return result.controls().stream()
                .filter(row ->
                        row.state() == ControlRow.State.BROKEN && !row.name().equals(turn))
                .allMatch(row -> batch.controls().contains(Shortened.control(row)));
    }

    /** The batch that is in under the same number, unless a release has named it. */
    private Optional<String> numberTaken() {
        return result.turn()
                .filter(turn -> turn.place() == Place.TAKEN)
                .flatMap(turn -> known.sequence().owner(turn.number()))
                .filter(other -> !batch.named().contains(other));
    }

    private BatchDraft takenBy(String other, BatchDraft draft) {
        String what = isVersionOf(other)
                ? "; the mainframe has replaced that version: refuse it, or release it and name that one, then both are"
                        + " in the log:"
                : "; refuse it, or, if the numbers begin anew with it, release it and name that one:";
        return held(
                        draft,
                        HoldReason.NUMBER_TAKEN,
                        "BNK-4036",
                        "expected " + taken(other) + what + " --despite " + other.substring(0, 12))
                .unlessNamed(List.of(other));
    }

    private String taken(String other) {
        long number = result.turn().orElseThrow().number();
        return "a number that no batch in the log has, found "
                + (generation().isPresent() ? Generation.told(number) : Long.toString(number)) + ", that of "
                + known.batch(other).map(Batch::file).orElse("") + " (batch " + other.substring(0, 12) + ")";
    }

    /** It is another version of a generation that is in the log: it has no place in the sequence of its own. */
    private boolean isReplacement() {
        return result.turn()
                .filter(turn -> turn.place() == Place.TAKEN)
                .flatMap(turn -> known.sequence().owner(turn.number()))
                .filter(this::isVersionOf)
                .isPresent();
    }

    private boolean isVersionOf(String other) {
        Optional<Generation> before = known.batch(other)
                .flatMap(batch -> feed.files().match(batch.file()))
                .flatMap(FileName::generation);
        return before.isPresent() && generation().isPresent() && !before.equals(generation());
    }

    private Optional<Generation> generation() {
        return feed.files().match(batch.file()).flatMap(FileName::generation);
    }

    /** Last of all, so that what waits for the one before it waits for nothing else. */
    private BatchDraft inTurn(BatchDraft draft) {
        Place place = result.turn().map(Reconciliation.Turn::place).orElse(Place.NEXT);
        OutOfTurn policy =
                place == Place.AHEAD ? feed.terms().gap() : feed.terms().repeat();
        if ((place == Place.AHEAD || place == Place.BEHIND) && policy == OutOfTurn.TOLD) {
            draft.found(outOfTurn());
            return draft.to(BatchState.CHECKED, now, null);
        }
        if (place == Place.AHEAD && !batch.isWaived(HoldReason.MISSING_PREDECESSOR)) {
            return draft.held(HoldReason.MISSING_PREDECESSOR, now);
        }
        if (place == Place.BEHIND && !batch.isWaived(HoldReason.OUT_OF_BALANCE)) {
            return draft.held(HoldReason.OUT_OF_BALANCE, now);
        }
        return draft.to(BatchState.CHECKED, now, null);
    }

    private Finding outOfTurn() {
        ControlRow row = result.controls().stream()
                .filter(each -> each.name().equals(result.turn().orElseThrow().control()))
                .findFirst()
                .orElseThrow();
        return new Finding(
                "BNK-3060",
                "expected number " + row.expected() + " in the sequence, found " + row.actual()
                        + "; the feed says that it is only told");
    }

    /** That it may be published was decided before its first chunk: only what it consists of must be what it was. */
    private BatchDraft completed(BatchDraft draft) {
        long expected = batch.counts().read();
        long found = result.counts().read();
        if (result.unreadable() || found < batch.done() || expected > 0 && found != expected) {
            return held(
                    draft,
                    HoldReason.FILE_CHANGED,
                    "BNK-4037",
                    "expected the " + expected + " records of which " + batch.done() + " are in the log, found " + found
                            + " in the same bytes with the same definition: another version of the bridge reads them"
                            + " otherwise; go on with the version that began it");
        }
        return draft.checked(result).to(BatchState.CHECKED, now, null);
    }

    private BatchDraft held(BatchDraft draft, HoldReason reason, String code, String message) {
        return draft.held(reason, now).found(new Finding(code, message));
    }
}
