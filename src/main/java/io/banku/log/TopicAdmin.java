package io.banku.log;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** What is asked of Kafka about topics, each question awaited. Shared by threads. */
final class TopicAdmin implements AutoCloseable {
    static final long TIMEOUT_SECONDS = 30;
    private static final long ANSWER_SECONDS = 10;

    private static final DescribeTopicsOptions WITH_RIGHTS =
            new DescribeTopicsOptions().includeAuthorizedOperations(true);

    private final Admin admin;
    private final AdminAnswers answers;
    private final AdminAnswers slow;

    TopicAdmin(LogConnection connection, String clientId) {
        this.answers = new AdminAnswers(connection, ANSWER_SECONDS);
        this.slow = new AdminAnswers(connection, TIMEOUT_SECONDS);
        this.admin = Admin.create(connection.with("admin", Map.of("client.id", clientId)));
    }

    /** Those of the program's topics that are there. */
    Map<LogTopic, TopicDescription> present() {
        Map<LogTopic, TopicDescription> present = new EnumMap<>(LogTopic.class);
        List<String> names =
                Arrays.stream(LogTopic.values()).map(LogTopic::topic).toList();
        Map<String, KafkaFuture<TopicDescription>> asked =
                admin.describeTopics(names, WITH_RIGHTS).topicNameValues();
        for (LogTopic topic : LogTopic.values()) {
            ifPresent(asked.get(topic.topic())).ifPresent(found -> present.put(topic, found));
        }
        return present;
    }

    /** The settings that a topic has by itself or by its brokers. */
    Map<LogTopic, Config> settings(Collection<LogTopic> topics) {
        Map<LogTopic, Config> settings = new EnumMap<>(LogTopic.class);
        if (!topics.isEmpty()) {
            var found = await(
                    admin.describeConfigs(
                                    topics.stream().map(TopicAdmin::resource).toList())
                            .all(),
                    answers.needing("DESCRIBE_CONFIGS"));
            topics.forEach(topic -> settings.put(topic, found.get(resource(topic))));
        }
        return settings;
    }

    /** Whether anything was ever written to a partition from this one on. */
    boolean isAnyUsed(String topic, int first, int behindLast) {
        List<TopicPartition> partitions = new ArrayList<>();
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (int partition = first; partition < behindLast; partition++) {
            partitions.add(new TopicPartition(topic, partition));
            ends.put(new TopicPartition(topic, partition), OffsetSpec.latest());
        }
        return await(admin.listOffsets(ends).all()).values().stream()
                .mapToLong(ListOffsetsResultInfo::offset)
                .anyMatch(end -> end > 0);
    }

    /** The record with the latest time of each partition that has one. */
    List<ClockSight.Stamp> newest(Collection<TopicDescription> topics) {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        topics.forEach(topic -> topic.partitions()
                .forEach(partition ->
                        asked.put(new TopicPartition(topic.name(), partition.partition()), OffsetSpec.maxTimestamp())));
        List<ClockSight.Stamp> newest = new ArrayList<>();
        await(admin.listOffsets(asked).all()).forEach((partition, last) -> {
            if (last.offset() >= 0) {
                newest.add(new ClockSight.Stamp(
                        partition.topic(),
                        partition.partition(),
                        last.offset(),
                        Instant.ofEpochMilli(last.timestamp())));
            }
        });
        return newest;
    }

    String clusterId() {
        return await(admin.describeCluster().clusterId());
    }

    void create(Collection<NewTopic> topics) {
        await(admin.createTopics(topics).all(), slow);
    }

    private static ConfigResource resource(LogTopic topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.topic());
    }

    private Optional<TopicDescription> ifPresent(KafkaFuture<TopicDescription> asked) {
        try {
            return Optional.of(await(asked));
        } catch (UnknownTopicOrPartitionException absent) {
            return Optional.empty();
        }
    }

    /** @throws UnknownTopicOrPartitionException when a topic that was asked about is not there */
    private <T> T await(KafkaFuture<T> asked) {
        return await(asked, answers);
    }

    private static <T> T await(KafkaFuture<T> asked, AdminAnswers answers) {
        try {
            return answers.await(asked);
        } catch (LogUnavailableException failed) {
            if (failed.getCause() instanceof UnknownTopicOrPartitionException absent) {
                throw absent;
            }
            throw failed;
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO); // nothing is under way: whatever was asked was waited for
    }
}
