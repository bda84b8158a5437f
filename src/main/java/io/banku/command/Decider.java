package io.banku.command;

import io.banku.account.RecordedEvent;
import io.banku.log.AppendFailedException;
import io.banku.view.CommandView;
import io.banku.view.CommandView.Sight;
import io.banku.view.SlotState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The single writer of commands' events in one partition. It decides a batch only when the view has applied everything
 * that this decider and all before it ever wrote, and stands where it was seen before or beyond; it remembers nothing
 * else: after any failure it takes the partition over again and reads the view. One thread at a time: after a process was
 * frozen, a second consumer of it may be given the partition while the first still has a chunk in hand; a look and what
 * follows from it must not be cut in two.
 */
final class Decider implements AutoCloseable {
    private static final long NOTHING = -1;
    /** How often it is asked whether the log has what the view lacks. */
    private static final Duration BETWEEN_DOUBTS = Duration.ofSeconds(10);

    private final int partition;
    private final Surroundings around;
    /** Null while the partition is not ours. */
    private DecisionLog.Hand hand;
    /**
     * The offset of the last record that is known to be in the partition: we wrote it, or the view had it when we looked. A
     * view that does not have it went back, and says what is not so any more.
     */
    private long floor = NOTHING;

    /** Since when the view has not, or not certainly, had what was written. */
    private Instant behindSince;

    private Instant doubtedAt = Instant.MIN;

    private boolean hasReader;
    /** The offset behind the last command whose outcome we wrote since the partition was taken over. */
    private long decidedUpTo;

    private boolean caughtUp;
    /** Whether the topic of commands has what comes next, as was found out since the partition was taken over. */
    private boolean placed;

    /** What is missing of the commands, and what the log has lost; while anything is, none is decided. */
    private Optional<String> missing = Optional.empty();

    private Optional<String> gap = Optional.empty();
    /** The slot as it was when the partition was taken over. */
    private SlotState takenOver = SlotState.at(0);
    /** What our own records say that the log has lost, until that is written where everybody sees it. */
    private Optional<String> lost = Optional.empty();

    private final Doubts doubts = new Doubts();
    private String awaited = "the partition to be taken over";
    /** As the view said in the look that found it caught up. */
    private long nextCommand;

    /** What all deciders share. @param logId of the log that the view must be built from */
    record Surroundings(
            DecisionLog log,
            CommandView view,
            CommandSource source,
            Partitioning partitioning,
            String logId,
            Clock clock,
            DecisionObserver observer) {}

    Decider(int partition, Surroundings around) {
        this.partition = partition;
        this.around = around;
    }

    /**
     * Whether a batch can be decided: the partition is taken over, and the view has what was written to it. No
     * transaction is open while this is waited for.
     */
    synchronized boolean isReady() throws AppendFailedException {
        if (hand == null && !takeOver()) {
            return false;
        }
        if (caughtUp) {
            return true;
        }
        Sight sight = around.view().look(partition, Set.of(), Set.of());
        nextCommand = sight.nextCommand();
        if (isCaughtUp(sight) && hasDecided(sight) && hasCommands()) {
            caughtUp = true;
            Instant now = around.clock().instant();
            around.observer().caughtUp(partition, Duration.between(behindSince, now));
        } else {
            doubtLog(sight);
        }
        return caughtUp;
    }

    /**
     * A view that has all there is, and not what it once had: the log may have lost it. To write is to know where it ends, so
     * the partition is taken over once more.
     */
    private void doubtLog(Sight sight) {
        Instant now = around.clock().instant();
        if (hand == null || sight.position() > floor || now.isBefore(doubtedAt.plus(BETWEEN_DOUBTS))) {
            return;
        }
        boolean isFirst = doubtedAt.isBefore(behindSince);
        doubtedAt = now;
        if (!isFirst && sight.position() >= around.log().end(partition)) {
            close();
        }
    }

    /** A view that went back while no commands came is waited for before they come. */
    synchronized void lookAgain() {
        if (hand != null && caughtUp && !isCaughtUp(around.view().look(partition, Set.of(), Set.of()))) {
            fallBehind();
        }
    }

    private boolean hasCommands() {
        if (!placed) {
            Optional<String> found = around.source().gap(partition, nextCommand);
            missing = found.map(detail -> "BNK-5012 commands are missing in banku.commands: " + detail
                    + ". Was the topic deleted or cut? What to do: docs/operations.md, Commands that are missing");
            found.ifPresent(detail -> awaited = "banku.commands to have what comes next: " + detail);
            placed = found.isEmpty();
        }
        return placed;
    }

    /** Somebody found commands missing: it is looked into before any other is decided. */
    synchronized void doubtCommands() {
        placed = false;
        fallBehind();
    }

    /** What is missing of the log or of the commands; while anything is, none is decided. */
    synchronized Optional<String> gap() {
        return gap.or(() -> missing);
    }

    /** What it waits for while it is not ready or does not decide; for people. */
    synchronized String awaited() {
        return awaited;
    }

    /**
     * Where to read commands: behind the last one with an outcome, when ready; before that, where the view says. It is not
     * asked of the view once more: a view that went back or is rebuilt since then would name commands whose outcomes have expired.
     */
    synchronized long nextCommand() {
        hasReader = true;
        return nextCommand;
    }

    /** The same, for whoever does not read. */
    synchronized long next() {
        return nextCommand;
    }

    /** Whether somebody has asked where to read since the partition was taken over: whoever reads from elsewhere may miss some. */
    synchronized boolean hasReader() {
        return hasReader;
    }

    /**
     * Decides commands in the order of their offsets and returns when their events are in the log; commands that were
     * decided before, or came too late, are passed over.
     *
     * @return false when not all were decided, and the rest is to come again: the view went back meanwhile, or does not
     *     have yet what is to be known of a transfer's target. Those before such a transfer do not wait for it
     * @throws AppendFailedException when it is not known what became of the events; the partition is to be taken over
     *     again, which the next {@link #isReady} does
     */
    synchronized boolean decide(List<QueuedCommand> batch) throws AppendFailedException {
        boolean sure = false;
        try {
            boolean decided = decideOn(Round.look(around, partition, batch));
            sure = true;
            return decided;
        } finally {
            if (!sure) {
                close();
            }
        }
    }

    private boolean decideOn(Round round) throws AppendFailedException {
        if (hand == null || !placed || !isCaughtUp(round.sight())) {
            fallBehind();
            return false;
        }
        Optional<QueuedCommand> waits = round.firstUnready();
        if (waits.isPresent()) {
            awaited = "the view of partition " + round.home(waits.get()).getAsInt()
                    + ", where a transfer goes, to be whole again";
            round = round.before(waits.get());
        }
        List<RecordedEvent> events = round.decide();
        Optional<QueuedCommand> doubted = doubts.first(round.doubts(), around.log()::end);
        if (doubted.isPresent()) {
            awaited =
                    "the view of another partition to have all events, as the target of a transfer seems not to be there";
            round = round.before(doubted.get());
            events = round.decide();
        }
        boolean wasThere = events.isEmpty() || wrote(hand.append(events));
        decidedUpTo = Math.max(decidedUpTo, round.decidedUpTo());
        round.tell(around.observer());
        return wasThere && waits.isEmpty() && doubted.isEmpty();
    }

    /** Not while the log is known to lack something: a marker would fill the gap. */
    private boolean takeOver() throws AppendFailedException {
        tellLost();
        Sight sight = around.view().look(partition, Set.of(), Set.of());
        if (sight.slot().losses() > takenOver.losses()) {
            floor = NOTHING; // the log it stood in is no more
        }
        takenOver = sight.slot();
        if (isLacking(sight)) {
            return false;
        }
        see(sight);
        hand = around.log().takeOver(partition);
        placed = false;
        hasReader = false;
        decidedUpTo = 0;
        around.observer().tookOver(partition);
        return wrote(new DecisionLog.Appended(hand.marker(), hand.marker()));
    }

    /**
     * The log ends where we write; so what the view has had of it lies before that, or is gone.
     *
     * @return false when it is gone; what was written remains, and is for a rebuilt view to tell
     */
    private boolean wrote(DecisionLog.Appended appended) {
        if (appended.first() <= floor) {
            lost = Optional.of("expected what a decider appends to lie behind offset " + floor + ", found it at offset "
                    + appended.first() + ": offsets " + appended.first() + " to " + floor + " were others before");
            close();
            tellLost();
            return false;
        }
        floor = appended.last();
        caughtUp = true;
        fallBehind();
        return true;
    }

    /** A view that is past our records has our outcomes, or the log has others in their place. */
    private boolean hasDecided(Sight sight) {
        if (sight.nextCommand() < decidedUpTo) {
            lost = Optional.of("expected the log up to " + sight.position()
                    + " to have the outcomes of the commands before offset "
                    + decidedUpTo + ", found those before " + sight.nextCommand()
                    + ": others came in their place after they were lost");
            close();
            tellLost();
        }
        return sight.nextCommand() >= decidedUpTo;
    }

    private void tellLost() {
        lost.ifPresent(detail -> around.view().lost(partition, takenOver, detail));
        lost = Optional.empty();
    }

    /** It was found that the log has lost something, or that such a log is what the view was built from since. */
    private boolean isLacking(Sight sight) {
        gap = sight.slot()
                .lost()
                .map(detail -> "BNK-5010 the log has lost something of what the view has: " + detail
                        + ". What to do: docs/operations.md, A log that lost its tail");
        gap.ifPresent(detail -> {
            awaited = "the view to be rebuilt: " + detail;
            close();
        });
        return gap.isPresent();
    }

    /** What a view of our log has had, the log has. */
    private void see(Sight sight) {
        if (around.logId().equals(sight.logId())) {
            floor = Math.max(floor, sight.position() - 1);
        }
    }

    private void fallBehind() {
        if (caughtUp) {
            behindSince = around.clock().instant();
        }
        caughtUp = false;
    }

    private boolean isCaughtUp(Sight sight) {
        if (isLacking(sight)) {
            return false;
        }
        if (sight.slot().losses() > takenOver.losses()) {
            awaited =
                    "the partition to be taken over again, as its view was rebuilt from a log that had lost something";
            close();
            return false;
        }
        boolean isBeyondFloor = sight.position() > floor;
        see(sight);
        if (!around.logId().equals(sight.logId())) {
            awaited = "a view of the log " + around.logId() + ", found "
                    + (sight.logId() == null ? "an empty one" : "one of " + sight.logId());
        } else if (sight.slot().isRebuilding()) {
            awaited = "the view to be built up to " + sight.slot().rebuildingTo() + " again, found it at "
                    + sight.position();
        } else {
            awaited = "the view beyond " + floor + ", found it at " + sight.position();
            return isBeyondFloor;
        }
        return false;
    }

    /** The partition is not ours any more, or not for certain: everything is forgotten. */
    @Override
    public synchronized void close() {
        DecisionLog.Hand last = hand;
        hand = null;
        caughtUp = false;
        if (last != null) {
            last.close();
        }
    }
}
