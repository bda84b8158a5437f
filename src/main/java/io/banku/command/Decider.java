package io.banku.command;

import io.banku.account.RecordedEvent;
import io.banku.log.AppendFailedException;
import io.banku.view.CommandView;
import io.banku.view.CommandView.Sight;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The single writer of commands' events in one partition. It decides a batch only when the view has applied everything
 * that this decider and all before it ever wrote, and remembers nothing beyond that: after any failure it takes the
 * partition over again and reads the view. One thread at a time: after a process was frozen, a second consumer of it may be
 * given the partition while the first still has a chunk in hand; a look and what follows from it must not be cut in two.
 */
final class Decider implements AutoCloseable {
    private final int partition;
    private final Surroundings around;
    /** Null while the partition is not ours. */
    private DecisionLog.Hand hand;
    /** The offset of the last record that we, or anybody before us, wrote to the partition. */
    private long watermark;

    private Instant wroteAt;
    private boolean caughtUp;
    /** As the view said in the look that found it caught up. */
    private long nextCommand;

    /** What all deciders share. @param logId of the log that the view must be built from */
    record Surroundings(
            DecisionLog log,
            CommandView view,
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
        if (hand == null) {
            takeOver();
        }
        if (caughtUp) {
            return true;
        }
        Sight sight = around.view().look(partition, Set.of(), Set.of());
        if (isCaughtUp(sight)) {
            caughtUp = true;
            nextCommand = sight.nextCommand();
            around.observer()
                    .caughtUp(
                            partition, Duration.between(wroteAt, around.clock().instant()));
        }
        return caughtUp;
    }

    /**
     * Where to read commands: behind the last one with an outcome. To be asked only when ready. It is not asked of the view
     * once more: a view that went back or is rebuilt since then would name commands whose outcomes have expired.
     */
    synchronized long nextCommand() {
        return nextCommand;
    }

    /**
     * Decides commands in the order of their offsets and returns when their events are in the log; commands that were
     * decided before, or came too late, are passed over.
     *
     * @return false when the view went back meanwhile, or a target's partition is being rebuilt: then nothing was decided
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
        if (hand == null || !isCaughtUp(round.sight())) {
            caughtUp = false;
            return false;
        }
        if (round.isTargetRebuilding()) {
            return false;
        }
        List<RecordedEvent> events = round.decide();
        if (!events.isEmpty()) {
            wrote(hand.append(events));
        }
        round.tell(around.observer());
        return true;
    }

    private void takeOver() throws AppendFailedException {
        hand = around.log().takeOver(partition);
        wrote(hand.marker());
        around.observer().tookOver(partition);
    }

    private void wrote(long offset) {
        watermark = offset;
        caughtUp = false;
        wroteAt = around.clock().instant();
    }

    private boolean isCaughtUp(Sight sight) {
        return sight.position() > watermark
                && !sight.isRebuilding()
                && around.logId().equals(sight.logId());
    }

    /** The partition is not ours any more, or not for certain: everything is forgotten. */
    @Override
    public synchronized void close() {
        if (hand != null) {
            hand.close();
            hand = null;
        }
        caughtUp = false;
    }
}
