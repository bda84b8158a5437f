package io.banku.camel.metrics;

import io.banku.view.Tally;
import io.micrometer.core.instrument.Counter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** The account view: what was folded into it, and how far behind the log it is. Shared by threads. */
public final class ViewMetrics {
    private final Meters meters;
    private final Clock clock;
    /** When the last event that was applied had been published, of partitions that are behind. */
    private final Map<Integer, Instant> published = new ConcurrentHashMap<>();

    ViewMetrics(Meters meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    /** From here on each series is there. */
    public void projects(int partitions) {
        List.of("applied", "parked", "suspended").forEach(this::events);
        breaks();
        for (int p = 0; p < partitions; p++) {
            int partition = p;
            notProjecting(partition);
            meters.gauge(
                    "banku.projection.lag.seconds",
                    "Age of the event that the view was last given, while more of the partition is to be read; else 0.",
                    () -> age(partition),
                    "partition",
                    Integer.toString(partition));
        }
    }

    private double age(int partition) {
        Instant last = published.get(partition);
        return last == null || lag(partition).get() == 0
                ? 0
                : Math.max(0, Duration.between(last, clock.instant()).toMillis() / 1000.0);
    }

    public void projected(int partition, Tally tally) {
        events("applied").increment(tally.applied());
        events("parked").increment(tally.parked());
        events("suspended").increment(tally.suspended());
        breaks().increment(tally.breaks());
        if (tally.latest().isAfter(Instant.EPOCH)) {
            published.put(partition, tally.latest());
        }
    }

    public void lag(int partition, long offsets) {
        lag(partition).set(offsets);
    }

    /** The log lacks something of what the view has: the partition stands until somebody has it rebuilt. */
    public void logLost(int partition, boolean something) {
        meters.held(
                        "banku.log.lost",
                        "1 while the log is known to lack something of what the view has.",
                        "partition",
                        Integer.toString(partition))
                .set(something ? 1 : 0);
    }

    public void notProjecting(int partition) {
        logLost(partition, false);
        lag(partition, 0);
        published.remove(partition);
    }

    /** @param standing how long the view of the partition has not got on though the log ends beyond it, now */
    public void standing(int partition, Supplier<Duration> standing) {
        meters.gauge(
                "banku.projection.standing.seconds",
                "How long the view has not got on though the log ends beyond it.",
                () -> standing.get().toMillis() / 1000.0,
                "partition",
                Integer.toString(partition));
    }

    private Counter events(String outcome) {
        return meters.counter(
                "banku.projection.events", "Events that the view was given, by what it did.", "outcome", outcome);
    }

    private Counter breaks() {
        return meters.counter(
                "banku.projection.breaks", "Balances that the mainframe's master and its own facts disagree about.");
    }

    private AtomicLong lag(int partition) {
        return meters.held(
                "banku.projection.lag.records",
                "Offsets of the partition that the view is still to be given.",
                "partition",
                Integer.toString(partition));
    }
}
