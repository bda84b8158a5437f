package io.banku.command;

import io.banku.account.LogEntry;
import io.banku.command.Decider.Surroundings;
import io.banku.view.CommandView.Sight;
import io.banku.view.SlotState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Whether what the view shows of a partition can be decided on, by all that is known of the partition's log: what was
 * written, what was seen, what was lost, and where it ended a while ago. One thread.
 */
final class Trust {
    private final int partition;
    private final Surroundings around;
    private final Floor floor;
    private final OwnEvents own;
    private final Losses losses;
    private final Overdue overdue = new Overdue();

    enum Verdict {
        BELIEVED,
        WAITED_FOR,
        /** What was known of the log holds no more: the partition is to be taken over again. */
        OVER
    }

    /** @param awaited what is waited for, where it is not believed; for people */
    record Judgement(Verdict verdict, String awaited) {}

    Trust(int partition, Surroundings around, Floor floor, OwnEvents own) {
        this.partition = partition;
        this.around = around;
        this.floor = floor;
        this.own = own;
        this.losses = new Losses(partition, around.view());
    }

    Sight look() {
        return around.view().look(partition, Set.of(), own.toConfirm());
    }

    /** The partition is about to be taken over. */
    Judgement begin() {
        losses.tell();
        Sight sight = look();
        if (losses.takeOver(sight.slot())) {
            floor.forget(); // the log it stood in is no more
        }
        Optional<Judgement> over = over(sight);
        if (over.isEmpty()) {
            see(sight);
        }
        return over.orElse(new Judgement(Verdict.WAITED_FOR, "the view to have the marker of this decider"));
    }

    /** A look; where it is believed, the own events that it has seen go. */
    Judgement judge(Sight sight, Instant now) {
        Optional<Judgement> over = over(sight);
        if (over.isPresent()) {
            return over.get();
        }
        Optional<String> waits = waitsFor(sight);
        see(sight);
        if (hasLessThanThereWas(sight, now)) {
            return over("the partition to be taken over again, as its log may have lost something");
        }
        if (waits.isPresent()) {
            return new Judgement(Verdict.WAITED_FOR, waits.get());
        }
        Optional<String> lost = builtOnWhatIsGone(sight.slot()).or(() -> own.seenAt(sight));
        lost.ifPresent(losses::found);
        return lost.isPresent() ? over(lost.get()) : new Judgement(Verdict.BELIEVED, null);
    }

    private Optional<String> builtOnWhatIsGone(SlotState slot) {
        return floor.isPassedByWhatIsGone(slot)
                ? Optional.of("expected what lies behind " + floor.marked() + ", found the view at " + slot.position()
                        + " by records of leader epoch " + slot.epoch()
                        + ": others came in their place after they were lost")
                : Optional.empty();
    }

    /** What a view of our log has had, the log has; also what only some of its accounts have. */
    private void see(Sight sight) {
        if (around.logId().equals(sight.logId())) {
            floor.seen(sight.position());
            floor.reaches(sight.slot().furthest());
        }
    }

    private static Judgement over(String awaited) {
        return new Judgement(Verdict.OVER, awaited);
    }

    private Optional<Judgement> over(Sight sight) {
        if (losses.isLacking(sight.slot())) {
            return Optional.of(
                    over("the view to be rebuilt: " + sight.slot().lost().orElseThrow()));
        }
        return losses.isAnother(sight.slot())
                ? Optional.of(over("the partition to be taken over again, as its view was rebuilt from a log that had"
                        + " lost something"))
                : Optional.empty();
    }

    private Optional<String> waitsFor(Sight sight) {
        long position = sight.position();
        if (!around.logId().equals(sight.logId())) {
            return Optional.of("a view of the log " + around.logId() + ", found "
                    + (sight.logId() == null ? "an empty one" : "one of " + sight.logId()));
        }
        if (sight.slot().isRebuilding()) {
            return Optional.of(
                    "the view to be built up to " + sight.slot().rebuildingTo() + " again, found it at " + position);
        }
        return floor.isPassedBy(position)
                ? waitsForFreshness(position)
                : Optional.of("the view beyond " + floor.floor() + ", found it at " + position);
    }

    private Optional<String> waitsForFreshness(long position) {
        OptionalLong end = around.log().recentEnd(partition);
        if (end.isEmpty()) {
            return Optional.of("Kafka to say where the partition ends");
        }
        return position >= end.getAsLong()
                ? Optional.empty()
                : Optional.of("a view that is not older than banku.commands.freshness: at " + end.getAsLong()
                        + " at least, found it at " + position);
    }

    /**
     * A view that has all there is, and not what was known to be in the log: the log may have lost it. To write is to know
     * where it ends, so the partition is taken over once more.
     */
    private boolean hasLessThanThereWas(Sight sight, Instant now) {
        return overdue.isDue(sight.position(), floor.tip(), now)
                && sight.position() >= around.log().end(partition);
    }

    /** @return false when something of the log is gone that lay there or behind */
    boolean tookOver(long marker, OptionalInt epoch) {
        long tip = floor.tip();
        return floor.tookOver(marker, epoch) || isLost(tip, marker);
    }

    /** As {@link #tookOver}; what was written lies on top of the view from now on. */
    boolean wrote(List<LogEntry.Readable> appended) {
        long tip = floor.tip();
        long first = appended.get(0).offset();
        if (!floor.wrote(first, appended.get(appended.size() - 1).offset())) {
            return isLost(tip, first);
        }
        own.add(appended);
        return true;
    }

    /** Whether the own events have room for more; else the view has to pass some of them first. */
    boolean hasRoom() {
        OptionalLong overflow = own.overflow();
        overflow.ifPresent(floor::raise);
        return overflow.isEmpty();
    }

    private boolean isLost(long tip, long first) {
        losses.found("expected what a decider appends to lie behind offset " + tip + ", found it at offset " + first
                + ": offsets " + first + " to " + tip + " were others before");
        return false;
    }

    /** What the log has lost. */
    Optional<String> gap() {
        return losses.gap();
    }

    /** Writes down what was found to be lost. */
    void tell() {
        losses.tell();
    }

    /** What was seen and written stays known; what rests on its having been the last is not. */
    void forget() {
        own.forget();
        overdue.forget();
    }
}
