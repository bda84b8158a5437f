package io.banku.log;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Where the records of one transaction lie: the last offset of each partition. It is cleared before the
 * first record is sent, the producer's thread adds to it, and it is read after a flush: the producer orders these three.
 */
final class AppendedOffsets {
    private final Map<TopicPartition, Span> spans = new ConcurrentHashMap<>();
    /** Of the record before: acknowledgements come by batches of one partition. */
    private Span latest = Span.NONE;

    void clear() {
        spans.clear();
        latest = Span.NONE;
    }

    void add(RecordMetadata record) {
        if (!latest.isOf(record)) {
            latest = spans.computeIfAbsent(new TopicPartition(record.topic(), record.partition()), Span::new);
        }
        latest.add(record.offset());
    }

    OptionalLong last(TopicPartition partition) {
        Span span = spans.get(partition);
        return span == null ? OptionalLong.empty() : OptionalLong.of(span.last);
    }

    Map<TopicPartition, Long> last() {
        return spans.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, span -> span.getValue().last));
    }

    private static final class Span {
        static final Span NONE = new Span(new TopicPartition("", -1));

        private final TopicPartition partition;
        private long last = Long.MIN_VALUE;

        Span(TopicPartition partition) {
            this.partition = partition;
        }

        boolean isOf(RecordMetadata record) {
            return partition.partition() == record.partition()
                    && partition.topic().equals(record.topic());
        }

        void add(long offset) {
            last = Math.max(last, offset);
        }
    }
}
