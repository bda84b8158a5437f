package io.banku.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates the topics and checks that they are as the program needs them. Not shared between threads. */
public final class Topics implements AutoCloseable {
    private static final long TIMEOUT_SECONDS = 30;

    private final Admin admin;
    private final LogConnection connection;
    private final Shape shape;

    /** @param partitions of every topic; it caps the number of useful processes and never changes */
    public record Shape(int partitions, short replicationFactor, int minInsyncReplicas) {}

    public Topics(LogConnection connection, Shape shape) {
        this.connection = connection;
        this.shape = shape;
        this.admin = Admin.create(connection.with(Map.of("client.id", "banku-topics")));
    }

    /** A topic as it would be created. */
    public record Plan(String topic, int partitions, short replicas, Map<String, String> settings) {
        private NewTopic newTopic() {
            return new NewTopic(topic, partitions, replicas).configs(settings);
        }
    }

    /** The topics that are not there. */
    public List<Plan> missing() {
        Map<LogTopic, TopicDescription> present = present();
        return Arrays.stream(LogTopic.values())
                .filter(topic -> !present.containsKey(topic))
                .map(this::plan)
                .toList();
    }

    private Plan plan(LogTopic topic) {
        Map<String, String> settings = new HashMap<>(topic.settings());
        settings.put("min.insync.replicas", Integer.toString(shape.minInsyncReplicas()));
        return new Plan(topic.topic(), shape.partitions(), shape.replicationFactor(), settings);
    }

    /**
     * Creates what is missing, and returns when the brokers know it.
     *
     * @return the names of the topics that were created
     */
    public List<String> init() {
        List<Plan> missing = missing();
        await(admin.createTopics(missing.stream().map(Plan::newTopic).toList()).all());
        awaitPresent();
        return missing.stream().map(Plan::topic).toList();
    }

    /** The controller has a new topic a moment before the brokers have it. */
    private void awaitPresent() {
        long start = System.nanoTime();
        while (present().size() < LogTopic.values().length) {
            if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS)) {
                throw new LogUnavailableException(
                        "BNK-5000 expected the new topics to be known to Kafka at " + connection.bootstrapServers()
                                + " within " + TIMEOUT_SECONDS + " seconds, found "
                                + present().keySet(),
                        null);
            }
        }
    }

    /** What is not as it must be, one sentence each: expected, found, what to do. Empty when all is well. */
    public List<String> check() {
        List<String> faults = new ArrayList<>();
        Map<LogTopic, TopicDescription> present = present();
        Map<ConfigResource, Config> configs = present.isEmpty() ? Map.of() : configs(present.keySet());
        for (LogTopic topic : LogTopic.values()) {
            TopicDescription found = present.get(topic);
            if (found == null) {
                faults.add("BNK-5001 topic " + topic.topic()
                        + ": expected to be there, found none; try: banku topics init");
            } else {
                checkPartitions(found, faults);
                checkSettings(topic, configs.get(resource(topic)), faults);
            }
        }
        return faults;
    }

    /** Identifies this very log: a view built from another one must not be continued. */
    public String logId() {
        String cluster = await(admin.describeCluster().clusterId());
        TopicDescription events = present().get(LogTopic.EVENTS);
        if (events == null) {
            throw new IllegalStateException("expected the topic " + LogTopic.EVENTS.topic() + ", found none");
        }
        return cluster + "/" + events.topicId();
    }

    private void checkPartitions(TopicDescription found, List<String> faults) {
        if (found.partitions().size() != shape.partitions()) {
            faults.add("BNK-5002 topic " + found.name() + ": expected " + shape.partitions()
                    + " partitions (banku.partitions), found "
                    + found.partitions().size()
                    + "; the number of partitions can only change by replaying into new topics");
        }
    }

    private static void checkSettings(LogTopic topic, Config config, List<String> faults) {
        topic.settings().forEach((name, expected) -> {
            String found =
                    config.get(name) == null ? "nothing" : config.get(name).value();
            if (!expected.equals(found)) {
                faults.add("BNK-5003 topic " + topic.topic() + ": expected " + name + "=" + expected + ", found "
                        + found + "; facts would be lost or reordered: set it with kafka-configs --alter");
            }
        });
    }

    private Map<LogTopic, TopicDescription> present() {
        Map<LogTopic, TopicDescription> present = new HashMap<>();
        List<String> names =
                Arrays.stream(LogTopic.values()).map(LogTopic::topic).toList();
        Map<String, KafkaFuture<TopicDescription>> asked =
                admin.describeTopics(names).topicNameValues();
        for (LogTopic topic : LogTopic.values()) {
            ifPresent(asked.get(topic.topic())).ifPresent(found -> present.put(topic, found));
        }
        return present;
    }

    private Map<ConfigResource, Config> configs(Collection<LogTopic> topics) {
        return await(admin.describeConfigs(topics.stream().map(Topics::resource).toList())
                .all());
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

    private <T> T await(KafkaFuture<T> asked) {
        try {
            return asked.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UnknownTopicOrPartitionException absent) {
                throw absent;
            }
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
                "BNK-5000 expected Kafka at " + connection.bootstrapServers() + ", found: " + cause.getMessage(),
                cause);
    }

    @Override
    public void close() {
        admin.close();
    }
}
