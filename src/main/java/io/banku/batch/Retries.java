package io.banku.batch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What failed and may pass by itself: since when, how often in a row, and when it is tried again, which is later each
 * time. Shared by threads.
 *
 * @param <K> what is tried
 */
final class Retries<K> {
    static final Duration FIRST = Duration.ofMillis(500);
    static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 16;

    private final Clock clock;
    private final Map<K, Trouble> troubles = new ConcurrentHashMap<>();

    /** @param next when it is tried again */
    record Trouble(Finding reason, Instant since, int tries, Instant next) {}

    Retries(Clock clock) {
        this.clock = clock;
    }

    Trouble failed(K what, Finding reason) {
        Instant now = clock.instant();
        return troubles.compute(what, (same, before) -> {
            int tries = before == null ? 1 : before.tries() + 1;
            return new Trouble(reason, before == null ? now : before.since(), tries, now.plus(pause(tries)));
        });
    }

    private static Duration pause(int tries) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(tries - 1, MOST_DOUBLINGS));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }

    /** It went well, or is no more. */
    void forget(K what) {
        troubles.remove(what);
    }

    boolean isDue(K what) {
        Trouble trouble = troubles.get(what);
        return trouble == null || !clock.instant().isBefore(trouble.next());
    }

    Optional<Trouble> of(K what) {
        return Optional.ofNullable(troubles.get(what));
    }

    Map<K, Trouble> all() {
        return Map.copyOf(troubles);
    }
}
