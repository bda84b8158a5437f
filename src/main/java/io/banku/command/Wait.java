package io.banku.command;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Since when a partition's commands wait for a decision, and one word about it in the log when that is long. Written by the
 * partition's polling thread, read by whoever wants to know.
 */
final class Wait {
    /** A round takes some tens of milliseconds, a take-over seconds. */
    static final Duration WORTH_TELLING = Duration.ofSeconds(10);

    /** How often it is asked whether commands are there at all. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(Wait.class);

    private final int partition;
    private volatile Instant since;
    private Instant lookedAt;
    private boolean told;

    Wait(int partition) {
        this.partition = partition;
    }

    /** Whether it is time to ask if commands wait, which costs a question to Kafka. */
    boolean isLookDue(Instant now) {
        if (lookedAt != null && now.isBefore(lookedAt.plus(LOOK))) {
            return false;
        }
        boolean first = lookedAt == null;
        lookedAt = now;
        return !first;
    }

    int partition() {
        return partition;
    }

    boolean isGoingOn() {
        return since != null;
    }

    /** Commands are there and wait. */
    void begin(Instant now) {
        if (since == null) {
            since = now;
        }
    }

    /** They still wait, if any do. @param awaited what for */
    void goesOn(Instant now, String awaited) {
        if (!told && lasted(now).compareTo(WORTH_TELLING) >= 0) {
            told = true;
            LOG.warn(
                    "BNK-5013 partition {}: its commands wait since {}: expected {}. They are decided when that has come",
                    partition,
                    since,
                    awaited);
        }
    }

    void end(Instant now) {
        if (told) {
            LOG.info(
                    "partition {}: commands are decided again, after {} s",
                    partition,
                    lasted(now).toSeconds());
        }
        since = null;
        told = false;
        lookedAt = null;
    }

    Duration lasted(Instant now) {
        Instant began = since;
        return began == null || began.isAfter(now) ? Duration.ZERO : Duration.between(began, now);
    }
}
