package io.banku.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.banku.Banku;
import io.banku.account.Command.Deposit;
import io.banku.account.Command.OpenAccount;
import io.banku.account.Money;
import io.banku.log.Topics;
import io.banku.view.RedisView;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The topic of commands was deleted and made again: what is appended to it must not be taken for what was decided. */
class MissingCommandsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final String ACCOUNT = "0000004711";

    @TempDir
    Path folder;

    @Test
    void nothingIsDecidedUntilSomebodySaysSoAlsoWhenTheTopicHasGrownAgain() throws Exception {
        try (Servers servers = Servers.start(folder);
                RedisView view = RedisView.connect(servers.redisUri())) {
            try (RunningBanku banku = RunningBanku.start(servers, Map.of())) {
                awaitReady(banku);
                open(servers);
                awaitOutcomes(view, deposit(servers, "first", 19));
            }
            makeAnew(servers);
            List<String> before = deposit(servers, "before", 10);
            try (RunningBanku banku = RunningBanku.start(servers, Map.of())) {
                awaitMissing(banku);
            }
            List<String> below = deposit(servers, "below", 10);
            List<String> beyond = deposit(servers, "beyond", 20);

            try (RunningBanku banku = RunningBanku.start(servers, Map.of())) {
                awaitMissing(banku);
                assertThat(outcomes(view, beyond)).isEmpty();

                rebuild(servers, view);

                awaitOutcomes(view, beyond);
                assertThat(outcomes(view, before)).isEmpty();
                assertThat(outcomes(view, below)).isEmpty();
                awaitReady(banku);
            }
        }
    }

    private static void awaitReady(RunningBanku banku) {
        await().atMost(PATIENCE)
                .until(() -> banku.getFromManagement("/observe/health/ready").status() == 200);
    }

    private static void awaitMissing(RunningBanku banku) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(banku.getFromManagement("/observe/health/ready")
                                .response()
                                .body())
                        .contains("BNK-5012 commands are missing in banku.commands"));
    }

    private static void open(Servers servers) throws Exception {
        try (CommandWriter writer = new CommandWriter(servers)) {
            writer.send("opening", new OpenAccount(ACCOUNT, EUR, null));
            writer.flush();
        }
    }

    private static List<String> deposit(Servers servers, String name, int times) throws Exception {
        List<String> ids = new ArrayList<>();
        try (CommandWriter writer = new CommandWriter(servers)) {
            for (int i = 0; i < times; i++) {
                ids.add(name + "-" + i);
                writer.send(name + "-" + i, new Deposit(ACCOUNT, new Money(1, EUR), null, null));
            }
            writer.flush();
        }
        return ids;
    }

    private static void awaitOutcomes(RedisView view, List<String> ids) {
        await().atMost(PATIENCE).until(() -> outcomes(view, ids).size() == ids.size());
    }

    private static Set<String> outcomes(RedisView view, List<String> ids) {
        return IntStream.range(0, Servers.PARTITIONS)
                .boxed()
                .flatMap(partition -> view.find(partition, ids).keySet().stream())
                .collect(Collectors.toSet());
    }

    private static void makeAnew(Servers servers) throws Exception {
        Map<String, Object> kafka =
                Map.of("bootstrap.servers", servers.connection().bootstrapServers());
        try (Admin admin = Admin.create(kafka);
                Topics topics = Banku.topics(servers.settings(Map.of()))) {
            admin.deleteTopics(List.of("banku.commands")).all().get();
            await().atMost(PATIENCE).until(() -> topics.missing().size() == 1);
            topics.init();
        }
    }

    private static void rebuild(Servers servers, RedisView view) {
        try (Topics topics = Banku.topics(servers.settings(Map.of()))) {
            String logId = topics.logId();
            for (int partition = 0; partition < Servers.PARTITIONS; partition++) {
                view.rebuild().begin(partition, view.rebuild().state(partition), logId, Instant.now(), 0);
            }
        }
    }
}
