package io.banku.command;

import java.time.Duration;
import java.time.Instant;

/** A record of the log that the view has not had for long: if nothing else is there to be had, the log lost it. One thread. */
final class Overdue {
    private static final Duration LONG = Duration.ofSeconds(10);

    private long offset;
    private Instant since;

    /**
     * Whether it is time to ask, which costs a question to Kafka.
     *
     * @param position of the view
     * @param tip the offset of the last record that is known to be in the log
     */
    boolean isDue(long position, long tip, Instant now) {
        if (since == null || position > offset) {
            since = position > tip ? null : now;
            offset = tip;
            return false;
        }
        boolean isDue = !now.isBefore(since.plus(LONG));
        if (isDue) {
            since = now;
        }
        return isDue;
    }

    void forget() {
        since = null;
    }
}
