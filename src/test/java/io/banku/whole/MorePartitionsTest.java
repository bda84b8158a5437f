package io.banku.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.banku.account.Command.Deposit;
import io.banku.account.Command.OpenAccount;
import io.banku.account.Command.Transfer;
import io.banku.account.Money;
import io.banku.log.LogTopic;
import io.banku.log.RawRecord;
import io.banku.log.TopicReader;
import io.banku.view.RedisView;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody adds partitions to all topics while the program runs: accounts stay where they are. */
class MorePartitionsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final int ACCOUNTS = 12;

    @Test
    void everyTransferIsExecutedOnceAndReadinessSaysWhatHappened(@TempDir Path folder) throws Exception {
        try (Servers servers = Servers.start(folder);
                RedisView view = RedisView.connect(servers.redisUri())) {
            try (RunningBanku banku = RunningBanku.start(servers, Map.of())) {
                awaitReady(banku);
                openAndFill(servers);
                addPartitions(servers);
                awaitNotReady(banku, "BNK-5021 topic banku.events: expected 4 partitions as at the start, found 9;");
                banku.drop(Path.of("sample-mainframe-files/branch-deposits/BRANCH0042.TXT"), "BRANCH0042.TXT");

                List<String> transfers = transfer(servers, "while");

                awaitOutcomes(view, transfers);
                await().atMost(PATIENCE)
                        .until(() -> banku.batch(batch -> batch.done() == 25).isPresent());
            }
            try (RunningBanku banku = RunningBanku.start(servers, Map.of())) {
                awaitReady(banku);
                awaitOutcomes(view, transfer(servers, "after"));
            }
            List<RawRecord> events = new ArrayList<>();
            TopicReader.read(servers.connection(), LogTopic.EVENTS, events::add);
            assertThat(events).extracting(RawRecord::partition).allMatch(partition -> partition < Servers.PARTITIONS);
            assertThat(events.stream()
                            .filter(event -> "MoneySent".equals(event.headers().get("ce_type")))
                            .collect(Collectors.groupingBy(
                                    event -> event.headers().get("ce_commandid"), Collectors.counting())))
                    .hasSize(2 * (ACCOUNTS - 1))
                    .allSatisfy((command, times) -> assertThat(times).isEqualTo(1));
        }
    }

    private static void openAndFill(Servers servers) throws Exception {
        try (CommandWriter writer = new CommandWriter(servers)) {
            for (int i = 0; i < ACCOUNTS; i++) {
                writer.send("open-" + i, new OpenAccount("T" + i, EUR, null));
                writer.send("fill-" + i, new Deposit("T" + i, new Money(10_000, EUR), null, null));
            }
            writer.flush();
        }
    }

    private static List<String> transfer(Servers servers, String name) throws Exception {
        List<String> ids = new ArrayList<>();
        try (CommandWriter writer = new CommandWriter(servers)) {
            for (int i = 1; i < ACCOUNTS; i++) {
                ids.add(name + "-" + i);
                writer.send(name + "-" + i, new Transfer("T" + i, "T" + (i - 1), new Money(5, EUR), null));
            }
            writer.flush();
        }
        return ids;
    }

    private static void awaitOutcomes(RedisView view, List<String> ids) {
        await().atMost(PATIENCE)
                .until(() -> IntStream.range(0, Servers.PARTITIONS)
                                .map(partition -> view.find(partition, ids).size())
                                .sum()
                        == ids.size());
    }

    private static void addPartitions(Servers servers) throws Exception {
        Map<String, NewPartitions> more = Arrays.stream(LogTopic.values())
                .collect(Collectors.toMap(LogTopic::topic, topic -> NewPartitions.increaseTo(Servers.PARTITIONS + 5)));
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", servers.connection().bootstrapServers()))) {
            admin.createPartitions(more).all().get();
        }
    }

    private static void awaitReady(RunningBanku banku) {
        await().atMost(PATIENCE)
                .until(() -> banku.getFromManagement("/observe/health/ready").status() == 200);
    }

    private static void awaitNotReady(RunningBanku banku, String why) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            Answer answer = banku.getFromManagement("/observe/health/ready");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.response().body()).contains(why);
        });
    }
}
