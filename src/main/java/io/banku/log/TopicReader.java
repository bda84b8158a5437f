package io.banku.log;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a small topic once, from its beginning to what was its end when the reading began. Joins no group. */
public final class TopicReader {
    /** Whoever reads to the end waits for nothing that is not there yet. */
    private static final Duration SOON = Duration.ofMillis(20);
    /** Whoever goes on reading is answered as soon as something comes, and need not ask fifty times a second. */
    private static final Duration LATER = Duration.ofMillis(500);

    private TopicReader() {}

    /**
     * Committed records only, in order within each partition.
     *
     * @throws LogUnavailableException when nothing comes for ten seconds
     */
    public static void read(LogConnection connection, LogTopic topic, Consumer<RawRecord> each) {
        read(connection, topic, Progress.PATIENCE, each);
    }

    static void read(LogConnection connection, LogTopic topic, Duration patience, Consumer<RawRecord> each) {
        try (var consumer = consumer(connection)) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Progress progress = new Progress(connection, topic, patience);
            while (!reached(consumer, ends)) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> each.accept(RawRecord.of(record)));
                progress.isAt(partitions.stream().mapToLong(consumer::position).sum());
            }
        }
    }

    /**
     * The record at this place, where it is still there.
     *
     * @throws LogUnavailableException when nothing comes for ten seconds
     */
    public static Optional<RawRecord> at(LogConnection connection, LogTopic topic, int partition, long offset) {
        try (var consumer = consumer(connection)) {
            TopicPartition place = new TopicPartition(topic.topic(), partition);
            consumer.assign(List.of(place));
            consumer.seek(place, offset);
            Progress progress = new Progress(connection, topic, Progress.PATIENCE);
            while (consumer.position(place) <= offset) {
                for (var record : consumer.poll(Duration.ofMillis(100))) {
                    return record.offset() == offset ? Optional.of(RawRecord.of(record)) : Optional.empty();
                }
                progress.isAt(consumer.position(place));
            }
            return Optional.empty();
        }
    }

    /** What a partition holds: from its first offset to the one behind the last that a reader of committed records can see. */
    public record Bounds(long begin, long end) {}

    public static Map<Integer, Bounds> bounds(LogConnection connection, LogTopic topic) {
        try (var consumer = consumer(connection)) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
            Map<Integer, Bounds> bounds = new TreeMap<>();
            consumer.endOffsets(partitions)
                    .forEach((partition, end) ->
                            bounds.put(partition.partition(), new Bounds(begins.get(partition), end)));
            return bounds;
        }
    }

    static KafkaConsumer<byte[], byte[]> consumer(LogConnection connection) {
        return consumer(connection.with(settings(SOON)));
    }

    /** @param client what a reading that goes on is for, as it is shown */
    static KafkaConsumer<byte[], byte[]> consumer(LogConnection connection, String client) {
        return consumer(connection.with(client, settings(LATER)));
    }

    private static KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> settings) {
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** @param wait how long Kafka may keep an answer back in which nothing would be */
    private static Map<String, String> settings(Duration wait) {
        return Map.of(
                "isolation.level", "read_committed",
                "enable.auto.commit", "false",
                "auto.offset.reset", "earliest",
                "request.timeout.ms", "5000",
                "default.api.timeout.ms", "10000",
                "fetch.max.wait.ms", Long.toString(wait.toMillis()),
                "client.id", "banku-reader-" + UUID.randomUUID());
    }

    static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, LogTopic topic) {
        int count = consumer.partitionsFor(topic.topic()).size();
        return IntStream.range(0, count)
                .mapToObj(partition -> new TopicPartition(topic.topic(), partition))
                .toList();
    }

    private static boolean reached(KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }
}
