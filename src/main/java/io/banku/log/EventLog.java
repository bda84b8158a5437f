package io.banku.log;

import io.banku.account.RecordedEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Utils;

/**
 * Appends to the log in transactions of one transactional id. Opening fences whoever had the id before: what that one
 * had not committed is gone, and it can commit nothing any more. After an {@link AppendFailedException} only
 * {@link #close} may follow. One thread.
 */
public final class EventLog implements AutoCloseable {
    /** No record of ours has more bytes: what could be larger is cut, or no event. Kafka's own limits are a little above. */
    static final int LARGEST_RECORD = 1_000_000;

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    private final KafkaProducer<byte[], byte[]> producer;
    private final KnownTopics topics;
    private final EventRecord next = new EventRecord(LogTopic.EVENTS.topic());
    private final AppendedOffsets offsets = new AppendedOffsets();
    private final Callback acknowledged = (metadata, failure) -> {
        if (failure != null) {
            this.failure = failure;
            this.failedTopic = metadata.topic();
        } else if (!metadata.hasOffset()) {
            this.failure =
                    new IllegalStateException("a record of " + metadata.topic() + " was acknowledged without offset");
        } else {
            offsets.add(metadata);
        }
    };
    private volatile Exception failure;
    private volatile String failedTopic;

    private EventLog(KafkaProducer<byte[], byte[]> producer, KnownTopics topics) {
        this.producer = producer;
        this.topics = topics;
    }

    /** @throws LogUnavailableException when Kafka does not answer within half a minute */
    public static EventLog open(LogConnection connection, String transactionalId, KnownTopics topics) {
        return open(connection, transactionalId, topics, Duration.ofSeconds(30));
    }

    /**
     * @param patience how long to wait for Kafka, at each step
     * @throws LogUnavailableException when it does not answer in time
     */
    public static EventLog open(
            LogConnection connection, String transactionalId, KnownTopics topics, Duration patience) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("transactional.id", transactionalId);
        settings.put("client.id", transactionalId);
        settings.put("acks", "all");
        settings.put("compression.type", connection.compression());
        settings.put("linger.ms", "100"); // a commit flushes: what waits only fills its batches better
        settings.put("batch.size", "131072");
        settings.put("buffer.memory", "67108864");
        settings.put("transaction.timeout.ms", "10000");
        settings.put("delivery.timeout.ms", "9000");
        settings.put("request.timeout.ms", "5000");
        settings.put("max.block.ms", Long.toString(patience.toMillis()));
        // A figure for each feed or partition would be many: they are shown as one.
        String client = transactionalId.replaceFirst("[-.].*", "");
        var producer = new KafkaProducer<>(
                connection.with(client, settings), new ByteArraySerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
            return new EventLog(producer, topics);
        } catch (KafkaException unreachable) {
            producer.close(Duration.ZERO);
            if (unreachable instanceof TransactionalIdAuthorizationException) {
                throw new LogUnavailableException(MissingRight.ofTransactionalId(client + "-"), unreachable);
            }
            throw new LogUnavailableException(
                    "BNK-5000 expected Kafka at " + connection.bootstrapServers() + " to open the transactional id "
                            + transactionalId + ", found: " + unreachable.getMessage(),
                    unreachable);
        }
    }

    /** The partition of a text key where a topic has that many: the same on every side, also for keys of ours. */
    public static int partition(String key, int partitions) {
        return partition(key.getBytes(StandardCharsets.UTF_8), partitions);
    }

    private static int partition(byte[] key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }

    /** @throws AppendFailedException also when a topic is not the one that it was */
    public void begin() throws AppendFailedException {
        Optional<String> replaced = topics.replaced();
        if (replaced.isPresent()) {
            throw new AppendFailedException(replaced.get(), null);
        }
        offsets.clear();
        failure = null;
        definite("begin a transaction", producer::beginTransaction);
    }

    /** To the partition of its account as we count them: Kafka may say that there are more by now. */
    public void append(RecordedEvent recorded) throws AppendFailedException {
        send(record(recorded));
    }

    /** As {@link #append}, for whoever has to know where it lies. */
    public SentEvent send(RecordedEvent recorded) throws AppendFailedException {
        ProducerRecord<byte[], byte[]> record = record(recorded);
        return new SentEvent(recorded, record.partition(), send(record));
    }

    private ProducerRecord<byte[], byte[]> record(RecordedEvent recorded) {
        byte[] key = recorded.account().getBytes(StandardCharsets.UTF_8);
        return next.of(partition(key, topics.partitions()), key, recorded);
    }

    /** A control record about a partition of the events: it has no key, and who reads accounts steps over it. */
    public void appendMarker(int partition, String type, String id, Instant time) throws AppendFailedException {
        send(EventRecord.marker(LogTopic.EVENTS.topic(), partition, type, id, time));
    }

    /** @param value null is a tombstone */
    public void append(LogTopic topic, int partition, String key, byte[] value) throws AppendFailedException {
        send(new ProducerRecord<>(topic.topic(), partition, key.getBytes(StandardCharsets.UTF_8), value));
    }

    /** As {@link #append(LogTopic, int, String, byte[])}, with headers. */
    public void append(LogTopic topic, int partition, String key, byte[] value, Map<String, String> headers)
            throws AppendFailedException {
        var record = new ProducerRecord<>(topic.topic(), partition, key.getBytes(StandardCharsets.UTF_8), value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        send(record);
    }

    /** As {@link #append(LogTopic, int, String, byte[])}, to the partition of its key. */
    public void append(LogTopic topic, String key, byte[] value) throws AppendFailedException {
        append(topic, partition(key, topics.partitions()), key, value);
    }

    /**
     * Returns when everything since {@link #begin} is in the log for ever.
     *
     * @return the offset of the last own record per topic and partition
     */
    public Map<TopicPartition, Long> commit() throws AppendFailedException {
        definite("commit", () -> {
            producer.flush();
            if (failure == null) {
                producer.commitTransaction();
            }
        });
        if (failure != null) {
            throw new AppendFailedException(
                    "expected every record to be acknowledged, found: " + failure + " (" + failedTopic + ")", failure);
        }
        return offsets.last();
    }

    /** The offset of the last own record of this transaction in a partition, where there is one. */
    public OptionalLong lastOffset(LogTopic topic, int partition) {
        return offsets.last(new TopicPartition(topic.topic(), partition));
    }

    private Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) throws AppendFailedException {
        return definite("append to " + record.topic(), () -> producer.send(record, acknowledged));
    }

    private static void definite(String what, Runnable step) throws AppendFailedException {
        definite(what, () -> {
            step.run();
            return null;
        });
    }

    private static <T> T definite(String what, Supplier<T> step) throws AppendFailedException {
        try {
            return step.get();
        } catch (KafkaException | IllegalStateException failed) {
            throw new AppendFailedException("expected to " + what + ", found: " + failed, failed);
        }
    }

    /** An open transaction is aborted where that can still be done, else it ends by its timeout or the next opening. */
    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
    }
}
