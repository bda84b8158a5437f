package io.banku.log;

import java.util.function.LongSupplier;

/**
 * When a store that was not ready is looked at again: after an eighth of the time that was waited so far. Doubling would
 * make what is ready after thirty milliseconds wait for sixty; so it waits for an eighth more at most, and a store that is
 * away for an hour is asked five times a second. One thread.
 */
final class Looks {
    static final long SHORTEST = 2;
    static final long LONGEST = 200;
    private static final long SHARE = 8;

    private final LongSupplier millis;
    private boolean missed;
    private long since;
    private long due;

    /** @param millis a clock that never goes back */
    Looks(LongSupplier millis) {
        this.millis = millis;
    }

    /** It was not ready now. @return the milliseconds until the next look */
    long missed() {
        long now = millis.getAsLong();
        if (!missed) {
            missed = true;
            since = now;
        }
        long time = Math.min(LONGEST, Math.max(SHORTEST, (now - since) / SHARE));
        due = now + time;
        return time;
    }

    /** It was ready. */
    void found() {
        missed = false;
    }

    boolean isDue() {
        return untilDue() <= 0;
    }

    /** Milliseconds until the next look; 0 or less when it is due, as it is at once where nothing was missed. */
    long untilDue() {
        return missed ? due - millis.getAsLong() : 0;
    }
}
