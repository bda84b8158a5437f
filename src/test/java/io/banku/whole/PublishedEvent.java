package io.banku.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.banku.log.LogConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A record as any reader of the log sees it: read with a plain consumer, without a class of the program. */
public record PublishedEvent(int partition, long offset, String key, Map<String, String> headers, JsonNode value) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** All committed events about accounts, in order within each partition; what is about a partition has no key. */
    public static List<PublishedEvent> all(LogConnection log) {
        return committed(log, "banku.events").stream()
                .filter(event -> event.key != null)
                .toList();
    }

    /** Those of one batch, by record and by their order within it. */
    public static List<PublishedEvent> ofBatch(LogConnection log, String batch) {
        return all(log).stream()
                .filter(event -> batch.equals(event.value.path("batch").asText()))
                .sorted(Comparator.comparingLong(PublishedEvent::record).thenComparingInt(PublishedEvent::index))
                .toList();
    }

    /** All committed records of a topic. */
    public static List<PublishedEvent> committed(LogConnection log, String topic) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", log.bootstrapServers(),
                "client.id", "reader-" + UUID.randomUUID(),
                "isolation.level", "read_committed",
                "enable.auto.commit", "false",
                "auto.offset.reset", "earliest",
                "fetch.max.wait.ms", "20");
        List<PublishedEvent> read = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(found -> new TopicPartition(topic, found.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(50)).forEach(record -> read.add(of(record)));
            }
        }
        return read;
    }

    private static PublishedEvent of(ConsumerRecord<String, String> record) {
        Map<String, String> headers = new HashMap<>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        try {
            JsonNode value = record.value() == null ? JSON.nullNode() : JSON.readTree(record.value());
            return new PublishedEvent(record.partition(), record.offset(), record.key(), headers, value);
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }

    public long record() {
        return value.get("record").asLong();
    }

    /** Its place among the events of its record. */
    public int index() {
        String id = headers.get("ce_id");
        return Integer.parseInt(id.substring(id.lastIndexOf('/') + 1));
    }

    /** As a line of an {@code .expected.jsonl} says it. */
    public JsonNode asExpected() {
        ObjectNode data = value.deepCopy();
        data.remove(List.of("account", "batch", "record"));
        ObjectNode line = JSON.createObjectNode();
        line.put("key", key).put("type", headers.get("ce_type")).put("record", (int) record());
        line.set("data", data);
        return line;
    }
}
