package io.banku.command;

import io.banku.view.Retention;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A partition's time as its commands tell it, and which of their outcomes must still be there at its end. */
final class NaiveTime {
    /** So many milliseconds after its first command. */
    private record Moment(String commandId, long millis) {}

    private final Retention retention;
    private final List<Moment> moments = new ArrayList<>();
    private Instant last;

    NaiveTime(Retention retention) {
        this.retention = retention;
    }

    void passes(String commandId, Instant time) {
        long passed = last == null ? 0 : Duration.between(last, time).toMillis();
        long counted = Math.min(Math.max(passed, 0), retention.leap().toMillis());
        moments.add(new Moment(commandId, end() + counted));
        last = time;
    }

    private long end() {
        return moments.isEmpty() ? 0 : moments.get(moments.size() - 1).millis();
    }

    Set<String> kept() {
        long oldest = end() - retention.kept().toMillis() - retention.leap().toMillis();
        Set<String> kept = new HashSet<>();
        moments.stream().filter(moment -> moment.millis() >= oldest).forEach(moment -> kept.add(moment.commandId()));
        return kept;
    }
}
