package io.banku.log;

import io.banku.log.Topics.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;

/** One topic as it was found, beside what it must be. One thread, one use. */
final class TopicCheck {
    private static final String MIN_INSYNC = "min.insync.replicas";
    private static final String MOST_BYTES = "max.message.bytes";

    private final LogTopic topic;
    private final TopicDescription found;
    private final Config settings;
    private final Shape shape;
    private final List<String> faults = new ArrayList<>();

    TopicCheck(LogTopic topic, TopicDescription found, Config settings, Shape shape) {
        this.topic = topic;
        this.found = found;
        this.settings = settings;
        this.shape = shape;
    }

    /** How many partitions it has beyond ours. */
    int surplus() {
        return Math.max(0, found.partitions().size() - shape.partitions());
    }

    /** One sentence each: expected, found, what to do. */
    List<String> faults(boolean surplusIsUsed) {
        partitions(surplusIsUsed);
        new TreeMap<>(topic.settings()).forEach(this::setting);
        copies();
        acknowledgedCopies();
        largestRecord();
        return faults;
    }

    private void partitions(boolean surplusIsUsed) {
        int count = found.partitions().size();
        if (count < shape.partitions() || surplusIsUsed) {
            faults.add("BNK-5002 topic " + topic.topic() + ": expected " + shape.partitions()
                    + " partitions (banku.partitions), found " + count
                    + (surplusIsUsed ? ", and records in those that are not ours" : "")
                    + "; the number of partitions can only change by replaying into new topics");
        }
    }

    private void setting(String name, String expected) {
        String value = value(name);
        if (!expected.equals(value)) {
            faults.add("BNK-5003 topic " + topic.topic() + ": expected " + name + "=" + expected + ", found " + value
                    + "; facts would be lost or reordered: set it with kafka-configs --alter");
        }
    }

    private void copies() {
        OptionalInt fewest = found.partitions().stream()
                .mapToInt(partition -> partition.replicas().size())
                .min();
        if (fewest.orElse(0) < shape.replicationFactor()) {
            faults.add("BNK-5024 topic " + topic.topic() + ": expected " + shape.replicationFactor()
                    + " copies of each partition (banku.replication-factor), found one with " + fewest.orElse(0)
                    + "; what was acknowledged could be lost with a broker: add copies with"
                    + " kafka-reassign-partitions, or say that fewer are meant");
        }
    }

    private void acknowledgedCopies() {
        String value = value(MIN_INSYNC);
        if (!isAtLeast(value, shape.minInsyncReplicas())) {
            faults.add("BNK-5024 topic " + topic.topic() + ": expected " + MIN_INSYNC + "=" + shape.minInsyncReplicas()
                    + " at least (banku.min-insync-replicas), found " + value
                    + "; what was acknowledged could be lost with a broker: set it with kafka-configs --alter");
        }
    }

    private void largestRecord() {
        String value = value(MOST_BYTES);
        if (!isAtLeast(value, EventLog.LARGEST_RECORD)) {
            faults.add("BNK-5003 topic " + topic.topic() + ": expected " + MOST_BYTES + "=" + EventLog.LARGEST_RECORD
                    + " at least, found " + value
                    + "; a large record would hold its batch: set it with kafka-configs --alter");
        }
    }

    static boolean isAtLeast(String value, int least) {
        return value.matches("\\d{1,9}") && Integer.parseInt(value) >= least;
    }

    private String value(String name) {
        ConfigEntry entry = settings.get(name);
        return entry == null ? "nothing" : entry.value();
    }
}
