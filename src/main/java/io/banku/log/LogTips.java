package io.banku.log;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Where partitions of the events end, and what keeps readers of committed events from getting there. Shared by threads. */
public final class LogTips implements AutoCloseable {
    private static final long TIMEOUT_SECONDS = 5;

    private final AdminAnswers answers;
    private final Admin admin;
    private final int partitions;

    /**
     * @param end the offset behind the last record
     * @param stable where the first transaction begins that is neither committed nor aborted: nothing behind it is read
     */
    public record Tip(long end, long stable) {}

    public LogTips(LogConnection connection, int partitions) {
        this.answers = new AdminAnswers(connection, TIMEOUT_SECONDS);
        this.partitions = partitions;
        this.admin = Admin.create(connection.with("admin", Map.of("client.id", "banku-tips")));
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
        List<ProducerState> producers = answers.await(
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
        String id = answers
                .await(admin.listTransactions(
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
        return answers.await(
                admin.listOffsets(asked, new ListOffsetsOptions(isolation)).all());
    }

    private static TopicPartition topicPartition(int partition) {
        return new TopicPartition(LogTopic.EVENTS.topic(), partition);
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO); // nothing is under way: whatever was asked was waited for
    }
}
