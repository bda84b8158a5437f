package io.banku.log;

import io.banku.outside.Sight;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;

/** Creates the topics and checks that they are as the program needs them. Shared by threads. */
public final class Topics implements AutoCloseable {
    private static final String MOST_REQUESTED = "max.request.size";

    private final TopicAdmin admin;
    private final LogConnection connection;
    private final Shape shape;
    private final Set<LogTopic> written;

    /** @param partitions of every topic; it caps the number of useful processes and never changes */
    public record Shape(int partitions, short replicationFactor, int minInsyncReplicas) {}

    /** For whoever writes none. */
    public Topics(LogConnection connection, Shape shape) {
        this(connection, shape, Set.of());
    }

    /** @param written which of them this process has to write */
    public Topics(LogConnection connection, Shape shape, Set<LogTopic> written) {
        this.written = Set.copyOf(written);
        this.connection = connection;
        this.shape = shape;
        this.admin = new TopicAdmin(connection, "banku-topics");
    }

    /** A topic as it would be created. */
    public record Plan(String topic, int partitions, short replicas, Map<String, String> settings) {
        private NewTopic newTopic() {
            return new NewTopic(topic, partitions, replicas).configs(settings);
        }
    }

    /** The topics that are not there. */
    public List<Plan> missing() {
        Map<LogTopic, TopicDescription> present = admin.present();
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
        admin.create(missing.stream().map(Plan::newTopic).toList());
        awaitPresent();
        return missing.stream().map(Plan::topic).toList();
    }

    /** The controller has a new topic a moment before the brokers have it. */
    private void awaitPresent() {
        long start = System.nanoTime();
        while (admin.present().size() < LogTopic.values().length) {
            if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(TopicAdmin.TIMEOUT_SECONDS)) {
                throw new LogUnavailableException(
                        "BNK-5000 expected the new topics to be known to Kafka at " + connection.bootstrapServers()
                                + " within " + TopicAdmin.TIMEOUT_SECONDS + " seconds, found "
                                + admin.present().keySet(),
                        null);
            }
        }
    }

    /** What is not as it must be, one sentence each: expected, found, what to do. Empty when all is well. */
    public List<String> check() {
        return look().faults();
    }

    /** The topics as they are now, and what is wrong with them. */
    TopicsFound look() {
        Map<LogTopic, TopicDescription> present = admin.present();
        List<String> faults = new ArrayList<>();
        faults(present).values().forEach(faults::addAll);
        present.forEach(
                (topic, found) -> faults.addAll(TopicSight.missingRights(topic, found, written.contains(topic))));
        largestRequest().ifPresent(faults::add);
        return TopicsFound.of(present, faults);
    }

    private Map<LogTopic, List<String>> faults(Map<LogTopic, TopicDescription> present) {
        Map<LogTopic, Config> settings = admin.settings(present.keySet());
        Map<LogTopic, List<String>> faults = new EnumMap<>(LogTopic.class);
        for (LogTopic topic : LogTopic.values()) {
            TopicDescription found = present.get(topic);
            if (found == null) {
                faults.put(
                        topic,
                        List.of("BNK-5001 topic " + topic.topic()
                                + ": expected to be there, found none; try: banku topics init"));
            } else {
                TopicCheck check = new TopicCheck(topic, found, settings.get(topic), shape);
                int count = found.partitions().size();
                boolean surplusIsUsed =
                        check.surplus() > 0 && admin.isAnyUsed(topic.topic(), shape.partitions(), count);
                faults.put(topic, check.faults(surplusIsUsed));
            }
        }
        return faults;
    }

    /**
     * The topics one by one, what is wrong with each and what we may not do with it; then what their records tell of clocks.
     */
    public List<Sight> sights() {
        Map<LogTopic, TopicDescription> present = admin.present();
        Map<LogTopic, List<String>> faults = faults(present);
        List<Sight> sights = new ArrayList<>();
        for (LogTopic topic : LogTopic.values()) {
            sights.add(TopicSight.of(topic, present.get(topic), faults.get(topic), written.contains(topic)));
        }
        largestRequest().ifPresent(fault -> sights.add(Sight.failed(MOST_REQUESTED, fault)));
        sights.add(clocks(present.values()));
        return sights;
    }

    /** A partition without a leader does not answer. */
    private Sight clocks(Collection<TopicDescription> present) {
        try {
            List<ClockSight.Stamp> newest = admin.newest(present);
            return ClockSight.of(newest, Instant.now());
        } catch (LogUnavailableException silent) {
            return Sight.failed(ClockSight.THING, silent.getMessage());
        }
    }

    /** The id of a topic, where it is there. */
    public Optional<String> id(LogTopic topic) {
        return Optional.ofNullable(admin.present().get(topic))
                .map(found -> found.topicId().toString());
    }

    /** Kafka's own default is a little more. */
    private Optional<String> largestRequest() {
        return Optional.ofNullable(connection.properties().get(MOST_REQUESTED))
                .filter(most -> !TopicCheck.isAtLeast(most, EventLog.LARGEST_RECORD))
                .map(most -> "BNK-5003 banku.kafka.properties." + MOST_REQUESTED + ": expected "
                        + EventLog.LARGEST_RECORD + " at least, found " + most
                        + "; a large record would hold its batch: leave it out, or make it larger");
    }

    /** How many partitions are ours, which is not more than there are. */
    int partitions() {
        return shape.partitions();
    }

    /** Identifies this very log: a view built from another one must not be continued. */
    public String logId() {
        return admin.clusterId() + "/" + look().id(LogTopic.EVENTS);
    }

    @Override
    public void close() {
        admin.close();
    }
}
