package io.banku.batch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Is a staged batch perhaps one that was sent before, under another name or with other bytes? */
final class Suspicion {
    private final Batch batch;
    private final List<Batch> twins;
    private final List<Batch> namesakes;
    private final Instant now;

    private Suspicion(Batch batch, FeedLedger known, Instant now) {
        this.batch = batch;
        this.twins = known.sameContent(batch);
        this.namesakes = known.sameIdentity(batch);
        this.now = now;
    }

    /** The batch held, or itself when nothing is suspicious, or operators have released it from that. */
    static Batch of(Batch batch, FeedLedger known, Instant now) {
        if (batch.isPartlyIn()) {
            return batch;
        }
        Suspicion suspicion = new Suspicion(batch, known, now);
        return suspicion
                .partlyIn()
                .or(suspicion::duplicate)
                .or(suspicion::nameConflict)
                .orElse(batch);
    }

    /** Nobody releases it who does not say that he knows of the other's records in the log. */
    private Optional<Batch> partlyIn() {
        List<Batch> others = Stream.concat(twins.stream(), namesakes.stream())
                .distinct()
                .filter(other -> other.isPartlyIn() && !batch.named().contains(other.id()))
                .toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        BatchDraft draft = batch.change()
                .held(twins.contains(others.get(0)) ? HoldReason.SUSPECTED_DUPLICATE : HoldReason.NAME_CONFLICT, now)
                .unlessNamed(others.stream().map(Batch::id).toList());
        others.forEach(other -> draft.found(new Finding(
                "BNK-4035",
                "expected a file of which nothing is in the log, found " + other.done() + " records of "
                        + told(other)
                        + " there, which this one may repeat; complete that batch, or release this one and name it: --despite "
                        + shortId(other))));
        return Optional.of(draft.snapshot());
    }

    private Optional<Batch> duplicate() {
        return first(
                twins,
                HoldReason.SUSPECTED_DUPLICATE,
                "BNK-4013",
                "expected new content, found byte for byte that of ",
                "; refuse it, or release it if the mainframe really means it");
    }

    private Optional<Batch> nameConflict() {
        return first(
                namesakes,
                HoldReason.NAME_CONFLICT,
                "BNK-4014",
                "expected one file of this " + (batch.identity() == null ? "name" : "identity, " + batch.identity())
                        + ", found another with other bytes: ",
                "; find out which one the mainframe means, and refuse the other");
    }

    private Optional<Batch> first(List<Batch> others, HoldReason reason, String code, String found, String what) {
        return others.isEmpty() || batch.isWaived(reason)
                ? Optional.empty()
                : Optional.of(batch.change()
                        .held(reason, now)
                        .found(new Finding(code, found + told(others.get(0)) + what))
                        .snapshot());
    }

    private static String told(Batch other) {
        return other.file() + " (batch " + shortId(other) + ", " + other.state().text() + ")";
    }

    private static String shortId(Batch other) {
        return other.id().substring(0, 12);
    }
}
