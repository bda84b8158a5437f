package io.banku.bench.latency;

import java.util.concurrent.locks.LockSupport;

/** Nanoseconds from some beginning, and waiting until a moment; returns at once when that has passed. */
interface Clock {
    long now();

    void until(long moment);

    static Clock system() {
        return new Clock() {
            @Override
            public long now() {
                return System.nanoTime();
            }

            @Override
            public void until(long moment) {
                for (long left = moment - now(); left > 0; left = moment - now()) {
                    LockSupport.parkNanos(left);
                }
            }
        };
    }
}
