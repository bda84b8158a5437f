package io.banku.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.account.Event.CommandDeclined;
import io.banku.account.LogEntry;
import io.banku.account.Origin.FromCommand;
import io.banku.account.RecordedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** When outcomes of commands go, in a real Redis that keeps them for an hour, and a leap of five minutes. */
@ExtendWith(LocalRedis.class)
class OutcomesAgeTest {
    private static final int PARTITION = 7;
    private static final Duration LEAP = Duration.ofMinutes(5);

    private final LocalRedis.Server redis;
    private final RedisView view;
    private final Projection projection;
    private final List<LogEntry> entries = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-22T08:00:00Z");
    private int commands;
    private long position;

    OutcomesAgeTest(LocalRedis.Server redis) {
        this.redis = redis;
        this.view = RedisView.connect(redis.uri(), Duration.ofHours(1));
        this.projection = new Projection(view, "cluster/topic", 12, 1_000);
    }

    @BeforeEach
    void anEmptyView() {
        redis.commands().flushall();
    }

    @AfterEach
    void nothingIsLeft() {
        view.close();
        redis.commands().flushall();
    }

    @Test
    void anOutcomeGoesWhenCommandsAreLaterByMoreThanItIsKept() {
        String first = decided();
        now = now.plusMillis(1);
        String second = decided();
        project();

        passes(Duration.ofMinutes(65));
        project();

        assertThat(kept(first, second)).containsExactly(second);
        assertThat(redis.commands().zcard(ViewKeys.outcomeTimes(PARTITION))).isEqualTo(14);
    }

    @Test
    void aClockThatIsDaysAheadForAWhileRemovesNone() {
        String before = decided();
        project();
        now = now.plus(Duration.ofDays(5));
        String ahead = decided();
        String alsoAhead = decided();
        project();
        now = now.minus(Duration.ofDays(5));
        String after = decided();
        project();

        passes(Duration.ofMinutes(59));
        project();

        assertThat(kept(before, ahead, alsoAhead, after)).containsExactly(before, ahead, alsoAhead, after);
    }

    @Test
    void aClockThatWasDaysAheadDoesNotKeepOutcomesForDays() {
        now = now.plus(Duration.ofDays(5));
        String ahead = decided();
        now = now.minus(Duration.ofDays(5));
        project();

        passes(Duration.ofMinutes(75));
        project();

        assertThat(kept(ahead)).isEmpty();
    }

    @Test
    void aSilenceCountsForOneLeap() {
        String before = decided();
        now = now.plus(Duration.ofDays(3));
        String after = decided();
        project();

        assertThat(kept(before, after)).containsExactly(before, after);
    }

    @Test
    void whereTheChunksAreCutDoesNotMatter() {
        decided("0"); // is in the cache then, the others are not
        List<LogEntry> all = new ArrayList<>(entries);
        project();
        for (int i = 0; i < 40; i++) {
            decided(Integer.toString(i * i % 5));
            now = now.plus(LEAP.multipliedBy(i % 3).minusSeconds(i));
        }
        all.addAll(entries);
        project();
        var together = redis.commands().zrangeWithScores(ViewKeys.outcomeTimes(PARTITION), 0, -1);
        redis.commands().flushall();
        position = 0;

        for (LogEntry each : all) {
            entries.add(each);
            project();
        }

        assertThat(redis.commands().zrangeWithScores(ViewKeys.outcomeTimes(PARTITION), 0, -1))
                .isEqualTo(together);
    }

    @Test
    void thousandsOfOldOutcomesGoAtOnce() {
        for (int i = 0; i < 9_000; i++) {
            decided();
        }
        project();

        passes(Duration.ofMinutes(70));
        project();

        assertThat(redis.commands().hlen(ViewKeys.outcomes(PARTITION))).isEqualTo(14);
    }

    /** Until then there is a command every five minutes. */
    private void passes(Duration time) {
        Instant end = now.plus(time);
        while (now.isBefore(end)) {
            now = now.plus(LEAP).isBefore(end) ? now.plus(LEAP) : end;
            decided();
        }
    }

    private String decided() {
        return decided("4711");
    }

    private String decided(String account) {
        String id = "c-" + commands;
        RecordedEvent event = new RecordedEvent(
                id + "/0",
                new CommandDeclined(account, "unknown-account", null),
                new FromCommand(id, "f", commands++, now),
                now);
        entries.add(new LogEntry.Readable(event, position + entries.size()));
        return id;
    }

    private void project() {
        long next = position + entries.size();
        projection.apply(
                PARTITION, Span.of(position, next), List.copyOf(entries).iterator(), new Tally());
        position = next;
        entries.clear();
    }

    private List<String> kept(String... ids) {
        var found = view.find(PARTITION, List.of(ids)).keySet();
        return List.of(ids).stream().filter(found::contains).toList();
    }
}
