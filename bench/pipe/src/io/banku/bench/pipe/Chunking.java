package io.banku.bench.pipe;

/** How many records a transaction takes: as many as make 50 ms, as in the program, and so many at most. */
final class Chunking {
    private static final double WANTED_NANOS = 50e6;

    private final int most;
    private int records;

    Chunking(int most) {
        this.most = most;
        this.records = Math.min(most, 2_000);
    }

    int most() {
        return most;
    }

    int records() {
        return records;
    }

    void took(int count, long nanos) {
        if (count >= records / 2) {
            double fitting = Math.max(records / 2.0, Math.min(records * 2.0, count * WANTED_NANOS / nanos));
            records = (int) Math.max(Math.min(1_000, most), Math.min(most, fitting));
        }
    }
}
