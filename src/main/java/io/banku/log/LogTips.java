package io.banku.log;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Where partitions of the events end, and what keeps readers of committed events from getting there. Shared by threads. */
public final class LogTips implements AutoCloseable {
    private static final long TIMEOUT_SECONDS = 5;

    private final LogConnection connection;
    private final Admin admin;
    private final int partitions;

    /**
     * @param end the offset behind the last record
     * @param stable where the first transaction begins that is neither committed nor aborted: nothing behind it is read
     */
    public record Tip(long end, long stable) {}

    public LogTips(LogConnection connection, int partitions) {
        this.connection = connection;
        this.partitions = partitions;
        this.admin = Admin.create(connection.with(Map.of("client.id", "banku-tips")));
    }

    /** @throws LogUnavailableException when Kafka does not say it */
    public Map<Integer, Tip> tips() {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        for (int partition = 0; partition < partitions; partition++) {
            asked.put(topicPartition(partition), OffsetSpec.latest());
        }
        Map<TopicPartition, ListOffsetsResultInfo> stable = offsets(asked, IsolationLevel.READ_COMMITTED);
        Map<TopicPartition, ListOffsetsResultInfo> ends = offsets(asked, IsolationLevel.READ_UNCOMMITTED);
        Map<Integer, Tip> tips = new HashMap<>();
        ends.forEach((partition, end) -> tips.put(
                partition.partition(),
                new Tip(end.offset(), stable.get(partition).offset())));
        return tips;
    }

    /**
     * Whose transaction is open longest in a partition: {@code of ingest-daily (producer 17, epoch 3), open since offset 4711,
     * last written to at …}; nothing where none is.
     */
    public Optional<String> openTransaction(int partition) {
        TopicPartition asked = topicPartition(partition);
        List<ProducerState> producers = await(
                        admin.describeProducers(List.of(asked)).partitionResult(asked))
                .activeProducers();
        return producers.stream()
                .filter(producer -> producer.currentTransactionStartOffset().isPresent())
                .min((one, other) -> Long.compare(
                        one.currentTransactionStartOffset().getAsLong(),
                        other.currentTransactionStartOffset().getAsLong()))
                .map(this::told);
    }

    private String told(ProducerState producer) {
        String id = await(admin.listTransactions(
                                new ListTransactionsOptions().filterProducerIds(List.of(producer.producerId())))
                        .all())
                .stream()
                .findFirst()
                .map(transaction -> "transactional id " + transaction.transactionalId())
                .orElse("an unknown transactional id");
        return id + " (producer id " + producer.producerId() + ", epoch " + producer.producerEpoch()
                + "), open since offset "
                + producer.currentTransactionStartOffset().getAsLong() + ", last written to at "
                + Instant.ofEpochMilli(producer.lastTimestamp());
    }

    private Map<TopicPartition, ListOffsetsResultInfo> offsets(
            Map<TopicPartition, OffsetSpec> asked, IsolationLevel isolation) {
        return await(admin.listOffsets(asked, new ListOffsetsOptions(isolation)).all());
    }

    private static TopicPartition topicPartition(int partition) {
        return new TopicPartition(LogTopic.EVENTS.topic(), partition);
    }

    private <T> T await(KafkaFuture<T> asked) {
        try {
            return asked.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw unavailable(failed.getCause());
        } catch (TimeoutException late) {
            throw unavailable(late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", interrupted);
        }
    }

    private LogUnavailableException unavailable(Throwable cause) {
        return new LogUnavailableException(
                "BNK-5000 expected Kafka at " + connection.bootstrapServers() + ", found: " + cause, cause);
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO); // nothing is under way: whatever was asked was waited for
    }
}
