package io.banku.log;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.common.TopicPartition;

/**
 * When a store that was not ready for a partition is looked at again: after an eighth of the time that was waited so far.
 * Doubling would make what is ready after thirty milliseconds wait for sixty; so it waits for an eighth more at most, and
 * a store that is away for an hour is asked five times a second. One thread.
 */
final class Looks {
    static final long SHORTEST = 2;
    static final long LONGEST = 200;
    private static final long SHARE = 8;

    private final LongSupplier millis;
    private final Map<TopicPartition, Long> since = new HashMap<>();
    private final Map<TopicPartition, Long> due = new HashMap<>();

    /** @param millis a clock that never goes back */
    Looks(LongSupplier millis) {
        this.millis = millis;
    }

    /** It was not ready now. @return the time until the next look */
    Duration missed(TopicPartition partition) {
        long now = millis.getAsLong();
        long waited = now - since.computeIfAbsent(partition, first -> now);
        long time = Math.min(LONGEST, Math.max(SHORTEST, waited / SHARE));
        due.put(partition, now + time);
        return Duration.ofMillis(time);
    }

    boolean isDue(TopicPartition partition) {
        return !due.containsKey(partition) || due.get(partition) <= millis.getAsLong();
    }

    /** It was ready. */
    void found(TopicPartition partition) {
        since.remove(partition);
        due.remove(partition);
    }

    void forget(Collection<TopicPartition> partitions) {
        partitions.forEach(this::found);
    }

    /** The time until the first of these is due, if that is less; never less than the shortest. */
    Duration atMost(Duration time, Collection<TopicPartition> waiting) {
        long now = millis.getAsLong();
        long first = time.toMillis();
        for (TopicPartition partition : waiting) {
            first = Math.min(first, due.getOrDefault(partition, now) - now);
        }
        return Duration.ofMillis(Math.max(SHORTEST, first));
    }
}
