package io.banku.log;

import io.banku.outside.Sight;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.acl.AclOperation;

/** One topic with its faults, and what we may do with it. */
final class TopicSight {
    private TopicSight() {}

    /** @param found null where there is none */
    static Sight of(LogTopic topic, TopicDescription found, List<String> faults, boolean isWritten) {
        String thing = "topic " + topic.topic();
        List<String> all = new ArrayList<>(faults);
        if (found != null) {
            all.addAll(missingRights(topic, found, isWritten));
        }
        if (!all.isEmpty()) {
            return Sight.failed(thing, String.join("; ", all));
        }
        int copies = found.partitions().stream()
                .mapToInt(partition -> partition.replicas().size())
                .min()
                .orElse(0);
        return Sight.ok(
                thing,
                found.partitions().size() + " partitions with " + copies + (copies == 1 ? " copy" : " copies")
                        + ", settings and rights as they must be");
    }

    /** One sentence each. */
    static List<String> missingRights(LogTopic topic, TopicDescription found, boolean isWritten) {
        return missing(found.authorizedOperations(), isWritten).stream()
                .map(right -> MissingRight.ofTopic(topic.topic(), right))
                .toList();
    }

    /** Brokers that ask nobody for rights tell all of them, or do not say. */
    private static Set<AclOperation> missing(Set<AclOperation> allowed, boolean isWritten) {
        Set<AclOperation> missing = EnumSet.of(AclOperation.READ, AclOperation.DESCRIBE);
        if (isWritten) {
            missing.add(AclOperation.WRITE);
        }
        if (allowed == null) {
            return Set.of();
        }
        missing.removeAll(allowed);
        return missing;
    }
}
