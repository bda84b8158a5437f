package io.banku.batch;

import java.time.Duration;

/**
 * How many records one transaction takes, so that it lasts about as long as wanted: an open transaction hides what comes
 * behind it from every reader. One thread tells how long they took; any may ask.
 */
final class ChunkSize {
    private static final int FEWEST = 1_000;

    private final int most;
    private final long wantedNanos;
    private volatile int records;

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
        int before = records;
        if (count < before / 2) {
            return;
        }
        double fitting = (double) count * wantedNanos / Math.max(1, nanos);
        double bounded = Math.max(before / 2.0, Math.min(before * 2.0, fitting));
        records = (int) Math.max(Math.min(FEWEST, most), Math.min(most, bounded));
    }
}
