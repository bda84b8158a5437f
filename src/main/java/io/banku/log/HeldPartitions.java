package io.banku.log;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** The partitions that are to be placed anew, each at its time. One thread. */
final class HeldPartitions {
    private final Map<TopicPartition, Long> until = new HashMap<>();

    void hold(TopicPartition partition, Duration time) {
        until.put(partition, millis() + time.toMillis());
    }

    boolean contains(TopicPartition partition) {
        return until.containsKey(partition);
    }

    void release(TopicPartition partition) {
        until.remove(partition);
    }

    void forget(Collection<TopicPartition> partitions) {
        until.keySet().removeAll(partitions);
    }

    List<TopicPartition> due() {
        long now = millis();
        return until.entrySet().stream()
                .filter(held -> held.getValue() <= now)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The time until the first is due, if that is less; never less than {@code least}. */
    Duration atMost(Duration time, Duration least) {
        if (until.isEmpty()) {
            return time;
        }
        long first = until.values().stream().min(Long::compare).orElseThrow() - millis();
        return Duration.ofMillis(Math.min(time.toMillis(), Math.max(least.toMillis(), first)));
    }

    /** Of a clock that nobody sets. */
    static long millis() {
        return System.nanoTime() / 1_000_000;
    }
}
