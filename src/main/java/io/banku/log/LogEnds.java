package io.banku.log;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Where topics begin and end now, as readers of committed records see it. Shared by threads. */
public final class LogEnds implements AutoCloseable {
    private static final long TIMEOUT_SECONDS = 5;

    private final AdminAnswers answers;
    private final Admin admin;

    public LogEnds(LogConnection connection) {
        this.answers = new AdminAnswers(connection, TIMEOUT_SECONDS);
        this.admin = Admin.create(connection.with("admin", Map.of("client.id", "banku-ends")));
    }

    /**
     * The offset behind the last record.
     *
     * @throws LogUnavailableException when Kafka does not say it
     */
    public long end(LogTopic topic, int partition) {
        return offset(topic, partition, OffsetSpec.latest());
    }

    /**
     * The offset behind the last record of each partition of the topic.
     *
     * @throws LogUnavailableException when Kafka does not say it
     */
    public Map<Integer, Long> ends(LogTopic topic) {
        Map<TopicPartition, OffsetSpec> asked = answers
                .await(admin.describeTopics(List.of(topic.topic()))
                        .topicNameValues()
                        .get(topic.topic()))
                .partitions()
                .stream()
                .collect(Collectors.toMap(
                        partition -> new TopicPartition(topic.topic(), partition.partition()),
                        partition -> OffsetSpec.latest()));
        var ends = admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all();
        return answers.await(ends).entrySet().stream()
                .collect(Collectors.toMap(
                        end -> end.getKey().partition(), end -> end.getValue().offset()));
    }

    /** The offset behind the last record of each partition, whether it is committed or not; asked at once, told later. */
    CompletionStage<Map<Integer, Long>> latest(LogTopic topic, int partitions) {
        Map<TopicPartition, OffsetSpec> asked = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic.topic(), partition))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        ListOffsetsOptions soon = new ListOffsetsOptions().timeoutMs((int) TimeUnit.SECONDS.toMillis(TIMEOUT_SECONDS));
        return admin.listOffsets(asked, soon)
                .all()
                .toCompletionStage()
                .thenApply(ends -> ends.entrySet().stream()
                        .collect(Collectors.toMap(
                                end -> end.getKey().partition(),
                                end -> end.getValue().offset())));
    }

    /** The offset of the first record that is still there. */
    public long begin(LogTopic topic, int partition) {
        return offset(topic, partition, OffsetSpec.earliest());
    }

    /**
     * The epoch of the partition's leader: no record that is appended from now on has an earlier one. Nothing where Kafka does
     * not say it.
     *
     * @throws LogUnavailableException when Kafka does not answer
     */
    public OptionalInt leaderEpoch(LogTopic topic, int partition) {
        return look(topic, partition, OffsetSpec.latest()).leaderEpoch().stream()
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    /** How far a consumer group is by the offsets it has committed; what it has not committed yet counts as not read. */
    public GroupLag lag(LogTopic topic, String group, int partitions) {
        Map<TopicPartition, OffsetSpec> asked = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic.topic(), partition))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        var ends = admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all();
        var committed = answers.await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        long end = answers.await(ends).values().stream()
                .mapToLong(ListOffsetsResultInfo::offset)
                .sum();
        long reached = asked.keySet().stream()
                .map(committed::get)
                .filter(Objects::nonNull)
                .mapToLong(OffsetAndMetadata::offset)
                .sum();
        return new GroupLag(end - reached, reached);
    }

    /** Another one when the topic was deleted and made again. */
    public String topicId(LogTopic topic) {
        return answers.await(admin.describeTopics(List.of(topic.topic()))
                        .topicNameValues()
                        .get(topic.topic()))
                .topicId()
                .toString();
    }

    private long offset(LogTopic topic, int partition, OffsetSpec which) {
        return look(topic, partition, which).offset();
    }

    private ListOffsetsResultInfo look(LogTopic topic, int partition, OffsetSpec which) {
        TopicPartition asked = new TopicPartition(topic.topic(), partition);
        ListOffsetsOptions committed = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);
        return answers.await(admin.listOffsets(Map.of(asked, which), committed).partitionResult(asked));
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO); // nothing is under way: whatever was asked was waited for
    }
}
