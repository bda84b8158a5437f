package io.banku.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The offsets that lag tools look at, by which the ingest keeps its pace, and which tell a successor how far the store was. Failing to commit them costs nothing but a
 * stale figure.
 */
final class CommittedOffsets {
    private static final Logger LOG = LoggerFactory.getLogger(CommittedOffsets.class);

    private static final Duration PATIENCE = Duration.ofSeconds(2);
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

    /** Tells a store how far whoever had these partitions before it had come; a log that ends before that says nothing. */
    void before(Consumer<?, ?> consumer, Collection<TopicPartition> partitions, Positions store) {
        try {
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
            consumer.committed(new HashSet<>(partitions), PATIENCE).forEach((partition, offset) -> {
                if (offset != null && offset.offset() <= ends.get(partition)) {
                    store.reached(partition.partition(), offset.offset());
                }
            });
        } catch (WakeupException | InterruptException end) {
            throw end;
        } catch (KafkaException unknown) {
            LOG.debug("how far partitions {} were read before is not known", partitions, unknown);
        }
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
                consumer.commitSync(news, PATIENCE);
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
