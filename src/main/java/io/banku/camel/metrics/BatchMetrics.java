package io.banku.camel.metrics;

import io.banku.batch.Batch;
import io.banku.batch.BatchObserver;
import io.banku.batch.BatchState;
import io.banku.batch.DueFile;
import io.banku.batch.Finding;
import io.banku.batch.Standing;
import io.banku.feed.ControlRow;
import io.banku.feed.Feed;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Files and batches: what became of them, and what waits now. Shared by threads. */
public final class BatchMetrics implements BatchObserver {
    private static final List<BatchState> UNFINISHED =
            List.of(BatchState.STAGED, BatchState.CHECKED, BatchState.PUBLISHING, BatchState.WAITING, BatchState.HELD);
    /** Where a file waits that is no batch yet. */
    private static final Set<String> WAITING = Set.of("inbox", "arrived");

    private final Meters meters;
    private final Clock clock;
    private final MultiGauge standing;
    private final MultiGauge standingSeconds;
    private final MultiGauge unfinished;
    private final MultiGauge due;
    private final MultiGauge lateSeconds;
    private final Set<String> feeds = ConcurrentHashMap.newKeySet();
    private volatile Map<String, Instant> waitingSince = Map.of();
    private volatile Supplier<Map<String, Map<BatchState, Long>>> counts = Map::of;
    /** Feeds that had a line once: theirs stays, as 0. */
    private final Set<String> withDue = new TreeSet<>();

    BatchMetrics(Meters meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
        this.standing = meters.rows("banku.standing", "What does not go on now in this process.");
        this.standingSeconds =
                meters.rows("banku.standing.seconds", "For how long the first of what does not go on has not.");
        this.unfinished = meters.rows(
                "banku.batches.unfinished", "Batches that are held or worked on now, in the whole ledger, by state.");
        this.due = meters.rows(
                "banku.files.due", "Files that are due by their feed's calendar and are not here, expected or late.");
        this.lateSeconds = meters.rows(
                "banku.files.late.seconds",
                "How long ago the first file of the feed that is late was due; 0 without one.");
    }

    /**
     * What this process takes in: from here on each series is there.
     *
     * @param counts batches by feed and state, without those that have ended
     */
    public void takesIn(List<Feed> known, Supplier<Map<String, Map<BatchState, Long>>> counts) {
        this.counts = counts;
        known.forEach(feed -> takesIn(
                feed.name(), feed.controls().stream().map(Feed.Outline::name).toList()));
        moves("unclaimed", BatchState.REFUSED.text());
        lookAtUnfinished();
    }

    void takesIn(String feed, List<String> controls) {
        feeds.add(feed);
        for (BatchState state : BatchState.values()) {
            moves(feed, state.text());
        }
        moves(feed, "duplicate");
        List.of("published", "rejected", "skipped").forEach(outcome -> records(feed, outcome));
        controls.forEach(control -> breaks(feed, control));
        duration(feed);
        meters.gauge(
                "banku.files.waiting.oldest.seconds",
                "Age of the oldest file of the feed that waits and is no batch yet; 0 when none does.",
                () -> waiting(feed),
                "feed",
                feed);
    }

    private double waiting(String feed) {
        Instant since = waitingSince.get(feed);
        return since == null ? 0 : seconds(since, clock.instant());
    }

    /** What does not go on, by where it stands and why: how many, and for how long the first of them has. */
    public void standing(List<Standing> now) {
        Map<Tags, List<Standing>> alike = now.stream()
                .collect(Collectors.groupingBy(each -> Tags.of(
                        "where", each.where(), "feed", each.feed() == null ? "" : each.feed(), "code", each.code())));
        List<MultiGauge.Row<?>> number = new ArrayList<>();
        List<MultiGauge.Row<?>> ages = new ArrayList<>();
        Instant at = clock.instant();
        alike.forEach((tags, group) -> {
            number.add(MultiGauge.Row.of(tags, group.size()));
            ages.add(MultiGauge.Row.of(tags, seconds(first(group), at)));
        });
        standing.register(number, true);
        standingSeconds.register(ages, true);
        waitingSince = now.stream()
                .filter(each -> each.feed() != null && WAITING.contains(each.where()))
                .collect(Collectors.groupingBy(
                        Standing::feed, Collectors.collectingAndThen(Collectors.toList(), BatchMetrics::first)));
        lookAtUnfinished();
    }

    /** Files that are due by their feed's calendar and are not here. */
    public synchronized void due(List<DueFile> missing) {
        List<MultiGauge.Row<?>> numbers = new ArrayList<>();
        List<MultiGauge.Row<?>> ages = new ArrayList<>();
        missing.forEach(file -> withDue.add(file.feed()));
        for (String feed : withDue) {
            for (DueFile.State state : List.of(DueFile.State.EXPECTED, DueFile.State.LATE)) {
                List<DueFile> some = missing.stream()
                        .filter(file -> file.feed().equals(feed) && file.state() == state)
                        .toList();
                numbers.add(MultiGauge.Row.of(Tags.of("feed", feed, "state", state.text()), some.size()));
                if (state == DueFile.State.LATE) {
                    ages.add(MultiGauge.Row.of(Tags.of("feed", feed), late(some)));
                }
            }
        }
        due.register(numbers, true);
        lateSeconds.register(ages, true);
    }

    private double late(List<DueFile> late) {
        return late.stream()
                .map(DueFile::due)
                .min(Comparator.naturalOrder())
                .map(first -> seconds(first, clock.instant()))
                .orElse(0.0);
    }

    private static Instant first(List<Standing> group) {
        return group.stream()
                .map(Standing::since)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static double seconds(Instant since, Instant now) {
        return Math.max(0, Duration.between(since, now).toSeconds());
    }

    private void lookAtUnfinished() {
        Map<String, Map<BatchState, Long>> found = counts.get();
        Set<String> all = ConcurrentHashMap.newKeySet();
        all.addAll(feeds);
        all.addAll(found.keySet());
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        for (String feed : all) {
            Map<BatchState, Long> states = found.getOrDefault(feed, Map.of());
            UNFINISHED.forEach(state -> rows.add(
                    MultiGauge.Row.of(Tags.of("feed", feed, "state", state.text()), states.getOrDefault(state, 0L))));
        }
        unfinished.register(rows, true);
    }

    @Override
    public void moved(Batch batch) {
        moves(batch.feed(), batch.state().text()).increment();
        if (batch.state() == BatchState.SEALED) {
            sealed(batch);
        }
        if (batch.state() == BatchState.HELD || batch.state() == BatchState.REFUSED) {
            batch.controls().stream()
                    .filter(row -> row.state() != ControlRow.State.CLOSED)
                    .forEach(row -> breaks(batch.feed(), row.name()).increment());
        }
    }

    private void sealed(Batch batch) {
        String feed = batch.feed();
        records(feed, "published").increment(batch.counts().published());
        records(feed, "rejected").increment(batch.counts().rejected());
        records(feed, "skipped").increment(batch.counts().skipped());
        duration(feed)
                .record(Duration.ofMillis(
                        batch.durations().checking() + batch.durations().publishing()));
        meters.held(
                        "banku.batch.last.sealed.timestamp.seconds",
                        "When this process last sealed a batch of the feed.",
                        "feed",
                        feed)
                .set(clock.instant().getEpochSecond());
    }

    @Override
    public void duplicate(String feed, String file, Finding note) {
        moves(feed, "duplicate").increment();
    }

    @Override
    public void unclaimed(String file, Finding note) {
        moves("unclaimed", BatchState.REFUSED.text()).increment();
    }

    private Counter moves(String feed, String state) {
        return meters.counter("banku.batches", "Moves of batches into a state.", "feed", feed, "state", state);
    }

    private Counter records(String feed, String outcome) {
        return meters.counter(
                "banku.batch.records",
                "Records of sealed batches, by what became of them.",
                "feed",
                feed,
                "outcome",
                outcome);
    }

    private Counter breaks(String feed, String control) {
        return meters.counter(
                "banku.control.breaks",
                "Controls that did not close, each time that a batch came to be held or refused.",
                "feed",
                feed,
                "control",
                control);
    }

    private Timer duration(String feed) {
        return meters.timer("banku.batch", "Time spent on checking and publishing sealed batches.", "feed", feed);
    }
}
