package io.banku.batch;

import java.time.Duration;

/**
 * How many records one transaction takes, so that it lasts about as long as wanted: an open transaction hides what comes
 * behind it from every reader. One thread.
 */
final class ChunkSize {
    private static final int FEWEST = 1_000;

    private final int most;
    private final long wantedNanos;
    private int records;

    ChunkSize(int most, Duration wanted) {
        this.most = Math.max(1, most);
        this.wantedNanos = wanted.toNanos();
        this.records = Math.min(this.most, 2_000);
    }

    int records() {
        return records;
    }

    /** A transaction of {@code count} records took so long: go at most twice, at least half the way. */
    void took(int count, long nanos) {
        if (count < records / 2) {
            return;
        }
        double fitting = (double) count * wantedNanos / Math.max(1, nanos);
        double bounded = Math.max(records / 2.0, Math.min(records * 2.0, fitting));
        records = (int) Math.max(Math.min(FEWEST, most), Math.min(most, bounded));
    }
}
