package io.banku.bench.pipe;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** What is to be known of topics before records flow. */
final class Topics implements AutoCloseable {
    private final Admin admin;

    Topics(String bootstrap) {
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
    }

    /** @param logId by which a view knows that it was built from this very log */
    record Topic(int partitions, String logId) {}

    /** Creates the topic where it is not there. */
    Topic ensure(String name, int partitions) throws Exception {
        try {
            admin.createTopics(List.of(new NewTopic(name, Optional.of(partitions), Optional.empty())))
                    .all()
                    .get();
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof TopicExistsException)) {
                throw failed;
            }
        }
        TopicDescription found = found(name);
        String cluster = admin.describeCluster().clusterId().get();
        return new Topic(found.partitions().size(), cluster + "/" + found.topicId());
    }

    /** A new topic is not known to the brokers at once. */
    private TopicDescription found(String name) throws Exception {
        for (int tries = 1; true; tries++) {
            try {
                return admin.describeTopics(List.of(name)).topicNameValues().get(name).get();
            } catch (ExecutionException failed) {
                if (!(failed.getCause() instanceof UnknownTopicOrPartitionException) || tries == 100) {
                    throw failed;
                }
                Thread.sleep(50);
            }
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
