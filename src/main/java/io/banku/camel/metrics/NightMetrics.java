package io.banku.camel.metrics;

import io.banku.night.DayEvent;
import io.micrometer.core.instrument.Counter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Nights that were closed, and supplemented. Shared by threads. */
public final class NightMetrics {
    private final Meters meters;

    NightMetrics(Meters meters) {
        this.meters = meters;
    }

    /** From here on each series is there. */
    public void closes(List<String> nights) {
        nights.forEach(night -> List.of("closed", "by-hand", "supplemented").forEach(kind -> events(night, kind)));
    }

    public void written(DayEvent event) {
        String kind = event.number() > 0 ? "supplemented" : event.byHand() == null ? "closed" : "by-hand";
        events(event.night(), kind).increment();
        if (event.number() == 0) {
            lastClosed(event.night()).set(event.at().getEpochSecond());
        }
    }

    private Counter events(String night, String kind) {
        return meters.counter(
                "banku.nights",
                "Events on banku.days that this process has written: dates closed, by itself or by hand, and supplements.",
                "night",
                night,
                "kind",
                kind);
    }

    private AtomicLong lastClosed(String night) {
        return meters.held(
                "banku.night.last.closed.timestamp.seconds",
                "When this process last closed a date of the night.",
                "night",
                night);
    }
}
