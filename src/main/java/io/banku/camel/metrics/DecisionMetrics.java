package io.banku.camel.metrics;

import io.banku.account.Command;
import io.banku.account.Decision;
import io.banku.command.DecisionObserver;
import io.banku.command.QueuedCommand;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/** Commands: how many, how they ended, and how long that took. Shared by threads. */
public final class DecisionMetrics implements DecisionObserver {
    private static final List<Class<? extends Command>> KINDS = List.of(
            Command.OpenAccount.class,
            Command.Deposit.class,
            Command.Withdraw.class,
            Command.Transfer.class,
            Command.Unreadable.class);

    private final Meters meters;
    private final Clock clock;
    private volatile AtomicLong appendDelayMillis;

    DecisionMetrics(Meters meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * From here on each series is there.
     *
     * @param waiting how long commands of a partition have been waiting for a decision of this process, now
     */
    public void decides(int partitions, IntFunction<Duration> waiting) {
        for (Class<? extends Command> kind : KINDS) {
            List.of("accepted", "declined", "repeated", "late").forEach(outcome -> commands(kind, outcome));
            latency(kind);
        }
        steps();
        takeovers();
        caughtUp();
        for (int p = 0; p < partitions; p++) {
            int partition = p;
            meters.gauge(
                    "banku.command.waiting.seconds",
                    "For how long the oldest command of the partition has been waiting to be decided here.",
                    () -> waiting.apply(partition).toMillis() / 1000.0,
                    "partition",
                    Integer.toString(partition));
        }
    }

    /**
     * How long after its receipt, by this process's clock, a command was appended, by the broker's: what is far from
     * zero is a difference of the clocks, and beyond five minutes no command is carried out any more.
     */
    public void appended(Duration afterReceipt) {
        if (appendDelayMillis == null) {
            takesIn();
        }
        appendDelayMillis.set(afterReceipt.toMillis());
    }

    /** Of a process that takes commands in. */
    public synchronized void takesIn() {
        if (appendDelayMillis == null) {
            AtomicLong millis = new AtomicLong();
            meters.gauge(
                    "banku.command.append.delay.seconds",
                    "From the last command's receipt, by this process's clock, to its append, by Kafka's.",
                    () -> millis.get() / 1000.0);
            appendDelayMillis = millis;
        }
    }

    @Override
    public void tookOver(int partition) {
        takeovers().increment();
    }

    @Override
    public void decided(QueuedCommand queued, Decision decision) {
        Class<? extends Command> kind = queued.submission().command().getClass();
        commands(kind, decision.isDeclined() ? "declined" : "accepted").increment();
        Duration since = Duration.between(queued.submission().receivedAt(), clock.instant());
        latency(kind).record(since.isNegative() ? Duration.ZERO : since);
    }

    @Override
    public void passedOver(QueuedCommand command) {
        commands(command.submission().command().getClass(), command.isLate() ? "late" : "repeated")
                .increment();
    }

    @Override
    public void steppedOver(int partition) {
        steps().increment();
    }

    @Override
    public void caughtUp(int partition, Duration waited) {
        caughtUp().record(waited);
    }

    private Counter commands(Class<? extends Command> kind, String outcome) {
        return meters.counter(
                "banku.commands",
                "Commands decided: accepted, declined; and passed over: repeated, late.",
                "command",
                kind.getSimpleName(),
                "outcome",
                outcome);
    }

    private Timer latency(Class<? extends Command> kind) {
        return meters.histogram(
                "banku.command.decision",
                "From a command's receipt, by its gateway's clock, until its decision is in the log.",
                Tags.of("command", kind.getSimpleName()),
                HttpMetrics.BOUNDS);
    }

    private Counter steps() {
        return meters.counter("banku.commands.stepped.over", "Records of banku.commands that are no command.");
    }

    private Counter takeovers() {
        return meters.counter("banku.decider.takeovers", "Partitions of commands that this process took over.");
    }

    private Timer caughtUp() {
        return meters.timer("banku.decider.wait", "How long deciders waited until the view had everything of theirs.");
    }
}
