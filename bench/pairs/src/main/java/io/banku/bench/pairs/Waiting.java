package io.banku.bench.pairs;

import java.io.IOException;
import java.time.Duration;

/** Waits for something that another process does. */
final class Waiting {
    private static final long LONGEST_NANOS = Duration.ofMinutes(10).toNanos();
    private static final long BETWEEN_LOOKS_MILLIS = 100;
    private static final long BETWEEN_CLOSE_LOOKS_MILLIS = 10;

    private Waiting() {}

    /** What is waited for. */
    interface Condition {
        boolean isMet() throws IOException;
    }

    /** @throws IOException when the process that should do it has ended, or does not do it within ten minutes */
    static void until(String what, Child who, Condition condition) throws IOException, InterruptedException {
        until(what, who, condition, BETWEEN_LOOKS_MILLIS);
    }

    /** Looks more often: where the time itself is of interest, and a look costs little. */
    static void closely(String what, Child who, Condition condition) throws IOException, InterruptedException {
        until(what, who, condition, BETWEEN_CLOSE_LOOKS_MILLIS);
    }

    private static void until(String what, Child who, Condition condition, long millis)
            throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (!condition.isMet()) {
            if (!who.isAlive()) {
                throw new IOException("expected " + what + ", found the process ended; " + who.lastWords());
            }
            if (System.nanoTime() - began > LONGEST_NANOS) {
                throw new IOException("expected " + what + " within ten minutes, found it not; " + who.lastWords());
            }
            Thread.sleep(millis);
        }
    }
}
