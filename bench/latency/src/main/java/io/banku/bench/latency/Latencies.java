package io.banku.bench.latency;

import java.util.Locale;
import java.util.stream.LongStream;

/** Times in nanoseconds. Each is kept, so that a quantile is one of them and not a guess between two. */
final class Latencies {
    private final long[] sorted;

    private Latencies(long[] sorted) {
        this.sorted = sorted;
    }

    static Latencies of(LongStream nanos) {
        return new Latencies(nanos.sorted().toArray());
    }

    int count() {
        return sorted.length;
    }

    /** The shortest time within which so many of a thousand were done. */
    long within(int ofThousand) {
        return sorted[(int) (((long) sorted.length * ofThousand + 999) / 1000) - 1];
    }

    static String heading() {
        return "%-34s %8s %9s %9s %9s %9s %9s"
                .formatted("milliseconds since due", "count", "p50", "p90", "p99", "p99.9", "max");
    }

    String line(String name) {
        if (sorted.length == 0) {
            return "%-34s %8d".formatted(name, 0);
        }
        return String.format(
                Locale.ROOT,
                "%-34s %8d %9.2f %9.2f %9.2f %9.2f %9.2f",
                name,
                sorted.length,
                within(500) / 1e6,
                within(900) / 1e6,
                within(990) / 1e6,
                within(999) / 1e6,
                within(1000) / 1e6);
    }
}
