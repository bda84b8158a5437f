package io.banku.camel;

import io.banku.account.Command;
import io.banku.account.Decision;
import io.banku.batch.Batch;
import io.banku.batch.BatchObserver;
import io.banku.batch.BatchState;
import io.banku.batch.Finding;
import io.banku.batch.Standing;
import io.banku.command.DecisionObserver;
import io.banku.command.QueuedCommand;
import io.banku.feed.ControlRow;
import io.banku.view.Tally;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What can be watched, by the names of Prometheus: no account number is ever a label. Shared by threads.
 */
public final class Metrics implements BatchObserver, DecisionObserver {
    private final MeterRegistry registry;
    private final MultiGauge standingCount;
    private final MultiGauge standingAge;
    private final MultiGauge unfinishedCount;
    private volatile Supplier<Map<String, Map<BatchState, Long>>> unfinished = Map::of;
    private final Map<String, AtomicLong> gauges = new ConcurrentHashMap<>();

    public Metrics(MeterRegistry registry) {
        this.registry = registry;
        this.standingCount = MultiGauge.builder("banku.standing").register(registry);
        this.standingAge = MultiGauge.builder("banku.standing.seconds").register(registry);
        this.unfinishedCount = MultiGauge.builder("banku.batches.unfinished").register(registry);
    }

    /** @param waiting how many requests wait for the view now */
    public void waiting(IntSupplier waiting) {
        Gauge.builder("banku.http.waiting", waiting::getAsInt).register(registry);
    }

    /** @param inHand how many requests were taken in and are not answered yet */
    public void inHand(IntSupplier inHand) {
        Gauge.builder("banku.http.requests", inHand::getAsInt).register(registry);
    }

    /** @param open how many connections to the API there are */
    public void connections(IntSupplier open) {
        Gauge.builder("banku.http.connections", open::getAsInt).register(registry);
    }

    /** The view could not be read for the requests that wait for a partition of it. */
    void lookFailed(int partition) {
        registry.counter("banku.http.looks.failed", "partition", Integer.toString(partition))
                .increment();
    }

    /**
     * How long after its receipt, by this process's clock, a command was appended, by the broker's: what is far from
     * zero is a difference of the clocks, and beyond five minutes no command is carried out any more.
     */
    public void appended(Duration afterReceipt) {
        gauges.computeIfAbsent("banku.command.append.delay.seconds", name -> {
                    AtomicLong millis = new AtomicLong();
                    Gauge.builder(name, () -> millis.get() / 1000.0).register(registry);
                    return millis;
                })
                .set(afterReceipt.toMillis());
    }

    /** What does not go on, by where it stands and why: how many, and for how long the first of them has. */
    public void standing(List<Standing> standing, Instant now) {
        Map<Tags, List<Standing>> alike = standing.stream()
                .collect(Collectors.groupingBy(each -> Tags.of(
                        "where", each.where(), "feed", each.feed() == null ? "" : each.feed(), "code", each.code())));
        List<MultiGauge.Row<?>> counts = new ArrayList<>();
        List<MultiGauge.Row<?>> ages = new ArrayList<>();
        alike.forEach((tags, group) -> {
            Instant since =
                    group.stream().map(Standing::since).min(Instant::compareTo).orElse(now);
            counts.add(MultiGauge.Row.of(tags, group.size()));
            ages.add(MultiGauge.Row.of(
                    tags, Math.max(0, Duration.between(since, now).toSeconds())));
        });
        standingCount.register(counts, true);
        standingAge.register(ages, true);
        lookAtUnfinished();
    }

    /** @param counts batches by feed and state, without those that have ended */
    public void unfinished(Supplier<Map<String, Map<BatchState, Long>>> counts) {
        unfinished = counts;
    }

    private void lookAtUnfinished() {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        unfinished
                .get()
                .forEach((feed, states) -> states.forEach((state, count) ->
                        rows.add(MultiGauge.Row.of(Tags.of("feed", feed, "state", state.text()), count))));
        unfinishedCount.register(rows, true);
    }

    @Override
    public void moved(Batch batch) {
        registry.counter(
                        "banku.batches",
                        "feed",
                        batch.feed(),
                        "state",
                        batch.state().text())
                .increment();
        if (batch.state() == BatchState.SEALED) {
            sealed(batch);
        }
        if (batch.state() == BatchState.HELD || batch.state() == BatchState.REFUSED) {
            batch.controls().stream()
                    .filter(row -> row.state() != ControlRow.State.CLOSED)
                    .forEach(
                            row -> registry.counter("banku.control.breaks", "feed", batch.feed(), "control", row.name())
                                    .increment());
        }
    }

    private void sealed(Batch batch) {
        records(batch, "published", batch.counts().published());
        records(batch, "rejected", batch.counts().rejected());
        records(batch, "skipped", batch.counts().skipped());
        Timer.builder("banku.batch")
                .tag("feed", batch.feed())
                .register(registry)
                .record(Duration.ofMillis(
                        batch.durations().checking() + batch.durations().publishing()));
        gauge("banku.batch.last.sealed.timestamp.seconds", "feed", batch.feed(), System.currentTimeMillis() / 1000);
    }

    private void records(Batch batch, String outcome, long count) {
        registry.counter("banku.batch.records", "feed", batch.feed(), "outcome", outcome)
                .increment(count);
    }

    @Override
    public void duplicate(String feed, String file, Finding note) {
        registry.counter("banku.batches", "feed", feed, "state", "duplicate").increment();
    }

    @Override
    public void unclaimed(String file, Finding note) {
        registry.counter("banku.batches", "feed", "unclaimed", "state", "refused")
                .increment();
    }

    void projected(int partition, Tally tally) {
        events("applied", tally.applied());
        events("parked", tally.parked());
        events("suspended", tally.suspended());
        registry.counter("banku.projection.breaks").increment(tally.breaks());
    }

    private void events(String outcome, long count) {
        registry.counter("banku.projection.events", "outcome", outcome).increment(count);
    }

    void lag(int partition, long offsets) {
        gauge("banku.projection.lag.records", "partition", Integer.toString(partition), offsets);
    }

    /** @param standing how long the view of the partition has not got on though the log ends beyond it, now */
    void standing(int partition, Supplier<Duration> standing) {
        Gauge.builder("banku.projection.standing.seconds", () -> standing.get().toMillis() / 1000.0)
                .tag("partition", Integer.toString(partition))
                .register(registry);
    }

    /** The log lacks something of what the view has: the partition stands until somebody has it rebuilt. */
    void logLost(int partition, boolean something) {
        gauge("banku.log.lost", "partition", Integer.toString(partition), something ? 1 : 0);
    }

    void notProjecting(int partition) {
        logLost(partition, false);
        gauge("banku.projection.lag.records", "partition", Integer.toString(partition), 0);
    }

    @Override
    public void tookOver(int partition) {
        registry.counter("banku.decider.takeovers").increment();
    }

    @Override
    public void decided(Command command, Decision decision) {
        commands(command, decision.isDeclined() ? "declined" : "accepted");
    }

    @Override
    public void passedOver(QueuedCommand command) {
        commands(command.submission().command(), command.isLate() ? "late" : "repeated");
    }

    private void commands(Command command, String outcome) {
        String type = command.getClass().getSimpleName();
        registry.counter("banku.commands", "command", type, "outcome", outcome).increment();
    }

    @Override
    public void steppedOver(int partition) {
        registry.counter("banku.commands.stepped.over").increment();
    }

    /** @param waiting how long commands of the partition have been waiting for a decision of this process, now */
    public void commandsWaiting(int partition, Supplier<Duration> waiting) {
        Gauge.builder("banku.command.waiting.seconds", () -> waiting.get().toMillis() / 1000.0)
                .tag("partition", Integer.toString(partition))
                .register(registry);
    }

    @Override
    public void caughtUp(int partition, Duration waited) {
        registry.timer("banku.decider.wait").record(waited);
    }

    private void gauge(String name, String tag, String value, long now) {
        gauges.computeIfAbsent(name + '/' + value, key -> {
                    AtomicLong held = new AtomicLong();
                    Gauge.builder(name, held, AtomicLong::doubleValue)
                            .tag(tag, value)
                            .register(registry);
                    return held;
                })
                .set(now);
    }
}
