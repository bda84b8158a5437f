package io.banku.bench.pipe;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** What is to be known of topics before records flow. */
final class Topics implements AutoCloseable {
    private final Admin admin;

    Topics(String bootstrap) {
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
    }

    /** Creates the topic where it is not there; returns how many partitions it has. */
    int ensure(String topic, int partitions) throws Exception {
        try {
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(partitions), Optional.empty())))
                    .all()
                    .get();
            return partitions;
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof TopicExistsException)) {
                throw failed;
            }
            return partitions(topic);
        }
    }

    int partitions(String topic) throws Exception {
        return admin.describeTopics(List.of(topic))
                .topicNameValues()
                .get(topic)
                .get()
                .partitions()
                .size();
    }

    /** By which a view knows that it was built from this very log. */
    String logId(String topic) throws Exception {
        String cluster = admin.describeCluster().clusterId().get();
        return cluster + "/" + admin.describeTopics(List.of(topic)).topicNameValues().get(topic).get().topicId();
    }

    @Override
    public void close() {
        admin.close();
    }
}
