package io.banku.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** What tests of chunks share: a topic and a group of their own, a store, consumers, and a way to drive them. */
@ExtendWith(LocalKafka.class)
abstract class ChunkReading {
    private static final ConsumerRebalanceListener NOBODY = new ConsumerRebalanceListener() {
        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {}

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {}
    };

    private final LogConnection kafka;
    final Admin admin;
    final String topic = "chunks-" + UUID.randomUUID();
    final TopicPartition partition0 = new TopicPartition(topic, 0);
    final StoredPositions store = new StoredPositions();
    final List<PartitionChunk> chunks = new ArrayList<>();
    private final List<PartitionChunkConsumer> consumers = new ArrayList<>();

    ChunkReading(LogConnection kafka) {
        this.kafka = kafka;
        this.admin = Admin.create(kafka.with(Map.of()));
    }

    @BeforeEach
    void aTopicOfTwoPartitions() throws Exception {
        admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1))).all().get();
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        consumers.forEach(consumer -> consumer.close());
        admin.deleteTopics(List.of(topic)).all().get();
        admin.close();
    }

    /** What is to be read, and whether: {@link KnownTopics}. */
    KnownTopics topics = KnownTopics.unwatched(Integer.MAX_VALUE);

    PartitionChunkConsumer consumer(int maxPollRecords) {
        return consumer(maxPollRecords, store);
    }

    PartitionChunkConsumer consumer(int maxPollRecords, Positions positions) {
        Properties properties = new Properties();
        properties.putAll(kafka.with(Map.of(
                "group.id", topic,
                "auto.offset.reset", "none",
                "enable.auto.commit", "false",
                "isolation.level", "read_committed",
                "max.poll.records", Integer.toString(maxPollRecords),
                "key.deserializer", "org.apache.kafka.common.serialization.ByteArrayDeserializer",
                "value.deserializer", "org.apache.kafka.common.serialization.ByteArrayDeserializer")));
        PartitionChunkConsumer consumer = PartitionChunkConsumer.ofRecords(properties, positions, topics);
        consumers.add(consumer);
        consumer.subscribe(List.of(topic), NOBODY);
        return consumer;
    }

    void pollApplying(PartitionChunkConsumer consumer, BooleanSupplier done) {
        poll(consumer, done, this::applied);
    }

    void pollUntil(PartitionChunkConsumer consumer, BooleanSupplier done) {
        poll(consumer, done, chunk -> {});
    }

    void poll(PartitionChunkConsumer consumer, BooleanSupplier done, Consumer<PartitionChunk> each) {
        await().pollInSameThread().pollInterval(Duration.ofMillis(1)).until(() -> {
            consumer.poll(Duration.ofMillis(50)).forEach(record -> {
                PartitionChunk chunk = (PartitionChunk) record.value();
                chunks.add(chunk);
                each.accept(chunk);
            });
            return done.getAsBoolean();
        });
    }

    void applied(PartitionChunk chunk) {
        store.stored.put(chunk.partition(), chunk.next());
        chunk.epoch().ifPresent(epoch -> store.epochs.put(chunk.partition(), epoch));
        chunk.done();
    }

    /** Each chunk of the partition begins where the one before it ended, and holds only records in between. */
    void assertChain(int partition) {
        Map<Integer, Long> position = new HashMap<>();
        for (PartitionChunk chunk : chunks) {
            if (chunk.partition() == partition) {
                assertThat(chunk.expected()).isEqualTo(position.getOrDefault(partition, chunk.expected()));
                assertThat(chunk.raw())
                        .allSatisfy(
                                record -> assertThat(record.offset()).isBetween(chunk.expected(), chunk.next() - 1));
                position.put(partition, chunk.next());
            }
        }
        assertThat(position).isNotEmpty();
    }

    long committedOffset() {
        try {
            OffsetAndMetadata committed = admin.listConsumerGroupOffsets(topic)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .get(partition0);
            return committed == null ? -1 : committed.offset();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    void commit(int partition, int records) {
        transaction(partition, records, KafkaProducer::commitTransaction);
    }

    void abort(int partition, int records) {
        transaction(partition, records, producer -> {
            producer.flush();
            producer.abortTransaction();
        });
    }

    private void transaction(int partition, int records, Consumer<KafkaProducer<String, String>> ending) {
        try (var producer = new KafkaProducer<>(
                kafka.with(Map.of("transactional.id", topic)), new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (int i = 0; i < records; i++) {
                producer.send(new ProducerRecord<>(topic, partition, "4711", "{}"));
            }
            ending.accept(producer);
        }
    }
}
