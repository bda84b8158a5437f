package io.banku.log;

import io.banku.outside.Sight;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Whether consumer groups can be joined. None is: that would take partitions from a process that runs. */
public final class GroupSight {
    private static final long TIMEOUT_SECONDS = 8;
    private static final DescribeConsumerGroupsOptions WITH_RIGHTS =
            new DescribeConsumerGroupsOptions().includeAuthorizedOperations(true);

    private GroupSight() {}

    public static List<Sight> of(LogConnection connection, List<String> groups) {
        AdminAnswers answers = new AdminAnswers(connection, TIMEOUT_SECONDS);
        try (Admin admin = Admin.create(connection.with(Map.of("client.id", "banku-groups")))) {
            Map<String, KafkaFuture<ConsumerGroupDescription>> asked =
                    admin.describeConsumerGroups(groups, WITH_RIGHTS).describedGroups();
            return groups.stream()
                    .map(group -> sight(group, asked.get(group), answers))
                    .toList();
        }
    }

    private static Sight sight(String group, KafkaFuture<ConsumerGroupDescription> asked, AdminAnswers answers) {
        String thing = "consumer group " + group;
        try {
            Set<AclOperation> allowed = answers.await(asked).authorizedOperations();
            return allowed == null || allowed.contains(AclOperation.READ)
                    ? Sight.ok(thing, "can be joined")
                    : Sight.failed(thing, MissingRight.ofGroup(group));
        } catch (LogUnavailableException failed) {
            if (failed.getCause() instanceof GroupIdNotFoundException) {
                return Sight.ok(thing, "can be seen; nobody has joined it yet");
            }
            return Sight.failed(
                    thing,
                    failed.getCause() instanceof GroupAuthorizationException
                            ? MissingRight.ofGroup(group)
                            : failed.getMessage()
                                    + "; are there as many brokers as offsets.topic.replication.factor says?");
        }
    }
}
