package io.banku.log;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.TopicDescription;

/**
 * The topics as they were at one moment.
 *
 * @param faults what is not as it must be, one sentence each
 */
record TopicsFound(Map<LogTopic, Found> topics, List<String> faults) {

    /** @param id another one when the topic was deleted and made again */
    record Found(String id, int partitions) {}

    static TopicsFound of(Map<LogTopic, TopicDescription> present, List<String> faults) {
        Map<LogTopic, Found> topics = new EnumMap<>(LogTopic.class);
        present.forEach((topic, found) -> topics.put(
                topic, new Found(found.topicId().toString(), found.partitions().size())));
        return new TopicsFound(topics, List.copyOf(faults));
    }

    String id(LogTopic topic) {
        Found found = topics.get(topic);
        if (found == null) {
            throw new IllegalStateException("expected the topic " + topic.topic() + ", found none");
        }
        return found.id();
    }
}
