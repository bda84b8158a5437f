package io.banku.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The offsets that lag tools look at, and by which the ingest keeps its pace. Failing to commit them costs nothing but a
 * stale figure.
 */
final class CommittedOffsets {
    private static final Logger LOG = LoggerFactory.getLogger(CommittedOffsets.class);

    private static final long BETWEEN_REPORTS_MILLIS = 50;

    private final Map<TopicPartition, Long> reached = new HashMap<>();
    private final Map<TopicPartition, Long> reported = new HashMap<>();
    private long nextReport = Long.MIN_VALUE;

    void reached(TopicPartition partition, long position) {
        reached.put(partition, position);
    }

    void forget(Collection<TopicPartition> partitions) {
        reached.keySet().removeAll(partitions);
        reported.keySet().removeAll(partitions);
    }

    /** @param now milliseconds of any clock, the same one at each call */
    void report(Consumer<?, ?> consumer, long now) {
        if (now < nextReport) {
            return;
        }
        nextReport = now + BETWEEN_REPORTS_MILLIS;
        Map<TopicPartition, OffsetAndMetadata> news = news();
        if (!news.isEmpty()) {
            consumer.commitAsync(news, (offsets, failure) -> {
                if (failure == null) {
                    offsets.forEach((partition, offset) -> reported.put(partition, offset.offset()));
                }
            });
        }
    }

    void reportNow(Consumer<?, ?> consumer) {
        Map<TopicPartition, OffsetAndMetadata> news = news();
        if (!news.isEmpty()) {
            try {
                consumer.commitSync(news, Duration.ofSeconds(2));
            } catch (KafkaException failed) {
                LOG.debug("the offsets for lag tools were not committed", failed);
            }
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> news() {
        Map<TopicPartition, OffsetAndMetadata> news = new HashMap<>();
        for (TopicPartition partition : new ArrayList<>(reached.keySet())) {
            Long position = reached.get(partition);
            if (!position.equals(reported.get(partition))) {
                news.put(partition, new OffsetAndMetadata(position));
            }
        }
        return news;
    }
}
