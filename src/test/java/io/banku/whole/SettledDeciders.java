package io.banku.whole;

import static org.awaitility.Awaitility.await;

import io.banku.settings.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.common.GroupState;

/**
 * The deciders' consumers join their group one by one, and with each that comes late partitions change hands, which is
 * written to the log. After this wait no more of them come, so whatever is written then has another cause.
 */
final class SettledDeciders {
    private static final String GROUP = "banku-deciders";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private SettledDeciders() {}

    /** @param processes how many run that decide, with as many consumers each as is usual */
    static void awaitOf(Servers servers, int processes) {
        int consumers = processes * servers.settings(Map.of()).get(Setting.COMMAND_CONSUMERS);
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", servers.connection().bootstrapServers()))) {
            await().atMost(PATIENCE).until(() -> isThere(admin) && isSettled(describe(admin), consumers));
        }
    }

    private static boolean isThere(Admin admin) throws ExecutionException, InterruptedException {
        return admin.listGroups().all().get().stream()
                .anyMatch(group -> group.groupId().equals(GROUP));
    }

    /** All have joined, and no partition is on its way from one to another. */
    private static boolean isSettled(ConsumerGroupDescription group, int consumers) {
        int owned = group.members().stream()
                .mapToInt(member -> member.assignment().topicPartitions().size())
                .sum();
        return group.groupState() == GroupState.STABLE
                && group.members().size() == consumers
                && owned == Servers.PARTITIONS;
    }

    private static ConsumerGroupDescription describe(Admin admin) throws ExecutionException, InterruptedException {
        return admin.describeConsumerGroups(List.of(GROUP))
                .describedGroups()
                .get(GROUP)
                .get();
    }
}
