package io.banku.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.banku.Banku;
import io.banku.account.Command;
import io.banku.account.Command.Deposit;
import io.banku.account.Command.OpenAccount;
import io.banku.account.Command.Transfer;
import io.banku.account.Command.Withdraw;
import io.banku.account.Money;
import io.banku.log.EventLog;
import io.banku.log.LogTopic;
import io.banku.log.TopicReader;
import io.banku.log.Topics;
import io.banku.settings.Setting;
import io.banku.view.Outcome;
import io.banku.view.Rebuild;
import io.banku.view.RedisView;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The view is emptied and folded again while the program runs: nothing comes of it but the same view. */
@Tag("long")
class ViewRebuildTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final int ACCOUNTS = 12;
    private static final String ALL = "{}";

    @TempDir
    Path folder;

    private final Map<String, Command> sent = new LinkedHashMap<>();
    private final Random random = new Random(7);
    private Servers servers;
    private CommandWriter commands;
    private RedisView view;
    private AccountsInRedis accounts;

    @BeforeEach
    void startServers() {
        servers = Servers.start(folder);
        commands = new CommandWriter(servers);
        view = RedisView.connect(servers.redisUri());
        accounts = new AccountsInRedis(servers.redisUri());
    }

    @AfterEach
    void stopServers() {
        accounts.close();
        view.close();
        commands.close();
        servers.close();
    }

    @Test
    void aRebuiltViewIsTheViewBeforeAndNothingIsWrittenToAnyTopicButThatOfTheAudit() throws Exception {
        try (RunningBanku banku = RunningBanku.start(servers, Map.of())) {
            SettledDeciders.awaitOf(servers, 1);
            openAccounts();
            move(100);
            awaitOutcomes();
            Map<String, Map<String, String>> before = accounts.all();
            Map<String, Outcome> outcomesBefore = outcomes();
            Map<LogTopic, Object> log = awaitQuiet();
            accounts.spoil("0000000003");

            Answer answer = banku.post("/api/v1/view/rebuilds", ALL);

            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.header("Location")).isEqualTo("/api/v1/view");
            awaitRebuilt(banku);
            assertThat(accounts.all()).isEqualTo(before);
            assertThat(outcomes()).isEqualTo(outcomesBefore);
            Map<LogTopic, Object> then = bounds();
            assertThat(then.remove(LogTopic.AUDIT)).as("who asked for it").isNotEqualTo(log.remove(LogTopic.AUDIT));
            assertThat(then).isEqualTo(log);
        }
    }

    @Test
    void underCommandsNoneIsLostAndNoneIsDecidedOtherwise() throws Exception {
        try (RunningBanku banku = RunningBanku.start(servers, Map.of());
                RunningBanku second = RunningBanku.start(servers, Map.of())) {
            openAccounts();
            for (int round = 0; round < 5; round++) {
                move(60);
                assertThat((round % 2 == 0 ? banku : second)
                                .post("/api/v1/view/rebuilds", ALL)
                                .status())
                        .isEqualTo(202);
                move(60);
                int decided = sent.size() - 60;
                await().atMost(PATIENCE).until(() -> outcomes().size() > decided);
            }

            awaitOutcomes();
            awaitRebuilt(banku);

            assertThat(outcomes().values())
                    .as("every account was opened, so none can have been unknown")
                    .extracting(Outcome::reason)
                    .doesNotContain("unknown-target", "unknown-account", "account-not-opened");
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(balances()).isEqualTo(balancesByOutcomes()));
            assertThat(balances().values()).allMatch(balance -> balance >= 0);
            assertThat(PublishedEvent.all(servers.connection()).stream()
                            .filter(event -> event.headers().containsKey("ce_commandoffset"))
                            .map(event -> event.headers().get("ce_commandid")))
                    .as("one event of its own account for each command")
                    .containsExactlyInAnyOrderElementsOf(sent.keySet());
        }
    }

    @Test
    void whoeverProjectsNextFinishesARebuildThatAnotherBegan() throws Exception {
        RunningBanku first = RunningBanku.start(servers, Map.of());
        openAccounts();
        move(50);
        awaitOutcomes();
        awaitQuiet();
        Map<String, Map<String, String>> before = accounts.all();
        first.close();
        try (RunningBanku queries = RunningBanku.start(servers, Map.of(Setting.ROLES, "queries"))) {
            assertThat(queries.post("/api/v1/view/rebuilds", ALL).status()).isEqualTo(202);
            assertThat(states(queries)).containsOnly("emptying");
            assertThat(queries.get("/api/v1/accounts/0000000003").status()).isEqualTo(503);
            view.rebuild().empty(0);

            try (RunningBanku heir = RunningBanku.start(servers, Map.of(Setting.ROLES, "projection"))) {
                await().atMost(PATIENCE)
                        .until(() ->
                                heir.getFromManagement("/observe/health/ready").status() == 200);
                awaitRebuilt(queries);
                assertThat(accounts.all()).isEqualTo(before);
            }
        }
    }

    @Test
    void whileItIsRebuiltAnAccountIsNotShownAndAfterwardsItIs() throws Exception {
        RunningBanku writer = RunningBanku.start(servers, Map.of());
        openAccounts();
        writer.close();
        try (RunningBanku queries = RunningBanku.start(servers, Map.of(Setting.ROLES, "commands,queries"))) {
            String account = "/api/v1/accounts/0000000003";
            assertThat(queries.get(account).status()).isEqualTo(200);
            String outcome = account + "/commands/" + outcomeOf("0000000003");
            assertThat(queries.get(outcome).status()).isEqualTo(200);

            queries.post("/api/v1/view/rebuilds", ALL);
            for (int p = 0; p < Servers.PARTITIONS; p++) {
                while (!view.rebuild().empty(p)) {
                    assertThat(view.position(p)).isNegative();
                }
            }

            Answer answer = queries.get(account);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("1");
            assertThat(answer.body().get("code").asText()).isEqualTo("BNK-7016");
            assertThat(answer.body().get("detail").asText()).contains("where it stood before, found");
            assertThat(queries.get(outcome).status()).isEqualTo(503);
            assertThat(states(queries)).containsOnly("folding");
        }
    }

    @Test
    void onlyThePartitionsThatAreNamedAreRebuiltAndUnknownOnesAreRefused() throws Exception {
        try (RunningBanku banku = RunningBanku.start(servers, Map.of(Setting.ROLES, "queries"))) {
            assertThat(banku.post("/api/v1/view/rebuilds", "{\"partitions\": [2]}")
                            .body()
                            .get("partitions"))
                    .hasSize(1);
            assertThat(states(banku)).containsExactly("current", "current", "emptying", "current");

            Map<String, String> faults = Map.of(
                    "{\"partitions\": [4]}", "/partitions/0: expected one of the whole numbers from 0 to 3",
                    "{\"partitions\": []}", "/partitions: expected an array of one or more whole numbers from 0 to 3",
                    "{\"all\": true}", "/all: expected one of the properties by, partitions, reason",
                    "", "body: expected a JSON object");
            faults.forEach((body, detail) -> {
                Answer refused = banku.post("/api/v1/view/rebuilds", body);
                assertThat(refused.status()).as(body).isEqualTo(400);
                assertThat(refused.body().get("detail").asText()).startsWith(detail);
            });
        }
    }

    @Test
    void nothingIsEmptiedThatTheLogCannotGiveBack() throws Exception {
        try (RunningBanku banku = RunningBanku.start(servers, Map.of(Setting.ROLES, "queries"))) {
            accounts.standAt(1, 1_000);

            Answer answer = banku.post("/api/v1/view/rebuilds", ALL);

            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.body().get("code").asText()).isEqualTo("BNK-7017");
            assertThat(answer.body().get("detail").asText())
                    .contains("partition 1 of banku.events from offset 0 to 1000", "found it from 0 to 0");
            assertThat(states(banku)).containsOnly("current");
        }
    }

    /** As if it had been asked for a moment before: what the view had is more than the log has now. */
    @Test
    void aLossThatIsFoundWhileTheViewIsRebuiltIsToldInsteadOfTheRebuild() throws Exception {
        String account = "/api/v1/accounts/0000000003";
        int partition = EventLog.partition("0000000003", Servers.PARTITIONS);
        String seen = partition + ":1000";
        String past = account + "?asOf=" + Instant.now().minusSeconds(1);
        try (RunningBanku queries = RunningBanku.start(servers, Map.of(Setting.ROLES, "commands,queries"))) {
            accounts.standAt(partition, 1_000);
            markAsToBeRebuilt(partition);
            assertThat(queries.get(account).code()).isEqualTo("BNK-7016");
            assertThat(queries.get(account, "Banku-Min-Position", seen, "Prefer", "wait=0")
                            .code())
                    .isEqualTo("BNK-7016");

            try (RunningBanku heir = RunningBanku.start(servers, Map.of(Setting.ROLES, "projection"))) {
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(heir.getFromManagement("/observe/health/ready")
                                        .response()
                                        .body())
                                .contains("BNK-5010"));
                for (Answer answer : List.of(
                        queries.get(account),
                        queries.get(account, "Banku-Min-Position", seen, "Prefer", "wait=0"),
                        queries.get(account, "Banku-Min-Position", seen, "Prefer", "wait=1"),
                        queries.get(account + "/commands/c-1"),
                        queries.get(past),
                        queries.get("/api/v1/accounts"))) {
                    assertThat(answer.status()).isEqualTo(503);
                    assertThat(answer.code()).isEqualTo("BNK-5036");
                    assertThat(answer.body().get("detail").asText()).contains("to 999 are gone");
                }
                assertThat(states(queries)).contains("log-lost");

                assertThat(queries.post("/api/v1/view/rebuilds", ALL).status()).isEqualTo(202);
                await().atMost(PATIENCE).until(() -> queries.get(account).status() == 404);
            }
        }
    }

    private void markAsToBeRebuilt(int partition) {
        try (Topics topics = Banku.topics(servers.settings(Map.of()))) {
            Rebuild rebuild = view.rebuild();
            rebuild.begin(partition, rebuild.state(partition), topics.logId(), Instant.now(), 0);
        }
    }

    private static List<String> states(RunningBanku banku) {
        return banku.get("/api/v1/view").body().get("partitions").findValuesAsText("state");
    }

    private static void awaitRebuilt(RunningBanku banku) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode slots = banku.get("/api/v1/view").body().get("partitions");
            assertThat(slots.findValuesAsText("state")).containsOnly("current");
            assertThat(slots.findValuesAsText("rebuildBegan")).hasSize(Servers.PARTITIONS);
        });
    }

    /** When the view has everything and nobody writes any more. */
    private Map<LogTopic, Object> awaitQuiet() {
        await().atMost(PATIENCE)
                .until(() -> TopicReader.bounds(servers.connection(), LogTopic.EVENTS).entrySet().stream()
                        .allMatch(partition -> view.position(partition.getKey())
                                == partition.getValue().end()));
        return bounds();
    }

    private Map<LogTopic, Object> bounds() {
        Map<LogTopic, Object> bounds = new EnumMap<>(LogTopic.class);
        for (LogTopic topic : LogTopic.values()) {
            bounds.put(topic, TopicReader.bounds(servers.connection(), topic));
        }
        return bounds;
    }

    private void openAccounts() throws Exception {
        for (int i = 0; i < ACCOUNTS; i++) {
            send(new OpenAccount(account(i), EUR, "HOLDER " + i));
            send(new Deposit(account(i), eur(100_00), "FIRST", null));
        }
        commands.flush();
        awaitOutcomes();
        awaitQuiet();
    }

    private void awaitOutcomes() {
        await().atMost(PATIENCE).until(() -> outcomes().keySet().equals(sent.keySet()));
    }

    private void move(int times) throws Exception {
        for (int i = 0; i < times; i++) {
            String account = account(random.nextInt(ACCOUNTS));
            String target = account((Integer.parseInt(account) + 1 + random.nextInt(ACCOUNTS - 1)) % ACCOUNTS);
            Money amount = eur(1 + random.nextInt(60_00));
            send(
                    switch (random.nextInt(4)) {
                        case 0 -> new Withdraw(account, amount, null, null);
                        case 1 -> new Deposit(account, amount, null, null);
                        default -> new Transfer(account, target, amount, null);
                    });
        }
        commands.flush();
    }

    private void send(Command command) {
        String id = new UUID(0x4000, Long.MIN_VALUE + sent.size()).toString();
        sent.put(id, command);
        commands.send(id, command);
    }

    private String outcomeOf(String account) {
        return sent.entrySet().stream()
                .filter(command -> command.getValue().account().equals(account))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private Map<String, Outcome> outcomes() {
        Map<String, Outcome> found = new HashMap<>();
        for (int p = 0; p < Servers.PARTITIONS; p++) {
            found.putAll(view.find(p, sent.keySet()));
        }
        return found;
    }

    private Map<String, Long> balances() {
        Map<String, Long> balances = new HashMap<>();
        accounts.all().forEach((id, fields) -> balances.put(id, Long.parseLong(fields.get("b"))));
        return balances;
    }

    private Map<String, Long> balancesByOutcomes() {
        Map<String, Long> balances = new HashMap<>();
        outcomes().forEach((id, outcome) -> {
            if (outcome.isAccepted() && sent.get(id) instanceof Command.Movement movement) {
                long minor = movement.amount().minor();
                balances.merge(movement.account(), movement instanceof Deposit ? minor : -minor, Long::sum);
                if (movement instanceof Transfer transfer) {
                    balances.merge(transfer.target(), minor, Long::sum);
                }
            }
        });
        return balances;
    }

    private static String account(int number) {
        return String.format("%010d", number);
    }

    private static Money eur(long minor) {
        return new Money(minor, EUR);
    }
}
