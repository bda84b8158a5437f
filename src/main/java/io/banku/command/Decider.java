package io.banku.command;

import io.banku.account.LogEntry;
import io.banku.account.Origin.FromCommand;
import io.banku.account.RecordedEvent;
import io.banku.command.Trust.Judgement;
import io.banku.command.Trust.Verdict;
import io.banku.log.AppendFailedException;
import io.banku.view.CommandView;
import io.banku.view.CommandView.Sight;
import io.banku.view.Outcome;
import io.banku.view.OutcomeNews;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The single writer of commands' events in one partition. It takes the partition over, waits once until the view has
 * everything that anybody wrote before, and then decides batch after batch on the view and on its own events that the view
 * does not have yet. After any failure it forgets all of that and takes the partition over again. One thread at a time: after
 * a process was frozen, a second consumer of it may be given the partition while the first still has a chunk in hand; a look
 * and what follows from it must not be cut in two.
 */
final class Decider implements AutoCloseable {
    private final int partition;
    private final Surroundings around;
    private final OwnEvents own;
    private final Trust trust;
    private final NextCommand next;
    private final Doubts doubts = new Doubts();

    /** Null while the partition is not ours. */
    private DecisionLog.Hand hand;

    private boolean hasReader;
    private boolean caughtUp;
    /** Since when the view could not be decided on. */
    private Instant behindSince;

    private String awaited = "the partition to be taken over";

    /** What all deciders share. @param logId of the log that the view must be built from */
    record Surroundings(
            DecisionLog log,
            CommandView view,
            CommandSource source,
            Partitioning partitioning,
            String logId,
            Clock clock,
            DecisionObserver observer,
            OutcomeNews news) {}

    Decider(int partition, Surroundings around) {
        this(partition, around, new Floor(), new OwnEvents(OwnEvents.MOST));
    }

    Decider(int partition, Surroundings around, Floor floor, OwnEvents own) {
        this.partition = partition;
        this.around = around;
        this.own = own;
        this.trust = new Trust(partition, around, floor, own);
        this.next = new NextCommand(partition, around.source());
    }

    /**
     * Whether a batch can be decided: the partition is taken over, and the view has been beyond what had to be known. No
     * transaction is open while this is waited for.
     */
    synchronized boolean isReady() throws AppendFailedException {
        if (hand == null && !takeOver()) {
            return false;
        }
        if (caughtUp) {
            return true;
        }
        Sight sight = trust.look();
        next.seen(sight.nextCommand());
        if (isBelieved(sight) && isNextThere()) {
            caughtUp = true;
            around.observer().caughtUp(partition, Duration.between(behindSince, now()));
        }
        return caughtUp;
    }

    /** A view that went back while no commands came is waited for before they come. */
    synchronized void lookAgain() {
        if (hand != null && caughtUp) {
            isBelieved(trust.look());
        }
    }

    private boolean isNextThere() {
        boolean isThere = next.look();
        if (!isThere) {
            awaited = next.awaited();
        }
        return isThere;
    }

    /** Somebody found commands missing: it is looked into before any other is decided. */
    synchronized void doubtCommands() {
        next.doubt();
        fallBehind();
    }

    /** What is missing of the log or of the commands; while anything is, none is decided. */
    synchronized Optional<String> gap() {
        return trust.gap().or(next::gap);
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
        return next.offset();
    }

    /** The same, for whoever does not read. */
    synchronized long next() {
        return next.offset();
    }

    /** Whether somebody has asked where to read since the partition was taken over: whoever reads from elsewhere may miss some. */
    synchronized boolean hasReader() {
        return hasReader;
    }

    /**
     * Decides commands in the order of their offsets and returns when their events are in the log; commands that were
     * decided before, or came too late, are passed over.
     *
     * @return false when not all were decided, and the rest is to come again: the view cannot be believed, or does not
     *     have yet what is to be known of a transfer's target. Those before such a transfer do not wait for it
     * @throws AppendFailedException when it is not known what became of the events; the partition is to be taken over
     *     again, which the next {@link #isReady} does
     */
    synchronized boolean decide(List<QueuedCommand> batch) throws AppendFailedException {
        boolean sure = false;
        try {
            boolean decided = decideOn(Round.look(around, partition, batch, own));
            sure = true;
            return decided;
        } finally {
            if (!sure) {
                close();
            }
        }
    }

    private boolean decideOn(Round round) throws AppendFailedException {
        if (hand == null || !next.isThere() || !isBelieved(round.sight())) {
            fallBehind();
            return false;
        }
        Round whole = round.with(own);
        Optional<QueuedCommand> waits = whole.firstUnready();
        if (waits.isPresent()) {
            awaited = "the view of partition " + whole.home(waits.get()).getAsInt()
                    + ", where a transfer goes, to be whole again";
            whole = whole.before(waits.get());
        }
        List<RecordedEvent> events = whole.decide();
        Optional<QueuedCommand> doubted = doubts.first(whole.doubts(), around.log()::end);
        if (doubted.isPresent()) {
            awaited =
                    "the view of another partition to have all events, as the target of a transfer seems not to be there";
            whole = whole.before(doubted.get());
            events = whole.decide();
        }
        boolean wasThere = events.isEmpty() || isWritten(hand.append(events));
        next.decided(whole.decidedUpTo());
        whole.tell(around.observer());
        return wasThere && waits.isEmpty() && doubted.isEmpty();
    }

    /** They are in the log, so whoever waits for them is told; as long as there is room for them, nobody waits for the view. */
    private boolean isWritten(List<LogEntry.Readable> appended) {
        if (!trust.wrote(appended)) {
            letGo();
            return false;
        }
        if (!trust.hasRoom()) {
            fallBehind();
        }
        around.news().tell(partition, outcomes(appended));
        return true;
    }

    private static Map<String, Outcome> outcomes(List<LogEntry.Readable> appended) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        for (LogEntry.Readable entry : appended) {
            if (entry.recorded().origin() instanceof FromCommand from) {
                outcomes.put(from.commandId(), Outcome.inTheLog(entry.recorded(), from, entry.offset()));
            }
        }
        return outcomes;
    }

    /** Not while the log is known to lack something: a marker would fill the gap. */
    private boolean takeOver() throws AppendFailedException {
        Judgement begins = trust.begin();
        awaited = begins.awaited();
        if (begins.verdict() == Verdict.OVER) {
            return false;
        }
        hand = around.log().takeOver(partition);
        next.takeOver();
        hasReader = false;
        behindSince = now();
        around.observer().tookOver(partition);
        boolean isWhole = trust.tookOver(hand.marker(), hand.epoch());
        if (!isWhole) {
            letGo();
        }
        return isWhole;
    }

    private boolean isBelieved(Sight sight) {
        Judgement judgement = trust.judge(sight, now());
        if (judgement.verdict() == Verdict.OVER) {
            letGo();
        }
        if (judgement.verdict() != Verdict.BELIEVED) {
            awaited = judgement.awaited();
            fallBehind();
        }
        return judgement.verdict() == Verdict.BELIEVED;
    }

    private void fallBehind() {
        if (caughtUp) {
            behindSince = now();
        }
        caughtUp = false;
    }

    private Instant now() {
        return around.clock().instant();
    }

    private void letGo() {
        close();
        trust.tell();
    }

    /** The partition is not ours any more, or not for certain: everything is forgotten. */
    @Override
    public synchronized void close() {
        DecisionLog.Hand last = hand;
        hand = null;
        caughtUp = false;
        trust.forget();
        if (last != null) {
            last.close();
        }
    }
}
