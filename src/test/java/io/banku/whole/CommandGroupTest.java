package io.banku.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.banku.account.Command;
import io.banku.account.Command.Deposit;
import io.banku.account.Command.OpenAccount;
import io.banku.account.Command.Transfer;
import io.banku.account.Command.Withdraw;
import io.banku.account.Money;
import io.banku.view.Outcome;
import io.banku.view.RedisView;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes decide commands: every command has one outcome, whoever goes and whatever is lost. */
@Tag("long")
class CommandGroupTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final int ACCOUNTS = 20;

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
    void ofTwoProcessesWithAllRolesOneStopsWhileCommandsFlow() throws Exception {
        try (RunningBanku survivor = RunningBanku.start(servers, Map.of())) {
            RunningBanku second = RunningBanku.start(servers, Map.of());
            awaitReady(survivor, second);
            openAccounts();
            move(300);
            await().atMost(PATIENCE).until(() -> outcomes().size() > 100);

            second.close();
            move(300);

            everyCommandHasOneOutcomeAndTheMoneyIsAllThere();
        }
    }

    @Test
    void aCommandThatIsAppendedAgainIsNotCarriedOutAgain() throws Exception {
        try (RunningBanku banku = RunningBanku.start(servers, Map.of())) {
            awaitReady(banku);
            openAccounts();
            move(50);
            sent.forEach(commands::send);
            commands.flush();
            everyCommandHasOneOutcomeAndTheMoneyIsAllThere();
            Map<String, Outcome> first = outcomes();

            sent.forEach(commands::send);
            send(new Deposit(account(0), eur(1_00), null, null));
            commands.flush();

            everyCommandHasOneOutcomeAndTheMoneyIsAllThere();
            assertThat(outcomes()).containsAllEntriesOf(first);
        }
    }

    @Test
    void whenRedisLosesEverythingOutcomesAndPlacesComeBackTogetherAndNothingIsDecidedTwice() throws Exception {
        try (RunningBanku banku = RunningBanku.start(servers, Map.of())) {
            awaitReady(banku);
            openAccounts();
            move(100);
            everyCommandHasOneOutcomeAndTheMoneyIsAllThere();
            Map<String, Outcome> before = outcomes();

            accounts.forgetAll();
            move(100);

            everyCommandHasOneOutcomeAndTheMoneyIsAllThere();
            assertThat(outcomes()).containsAllEntriesOf(before);
        }
    }

    private static void awaitReady(RunningBanku... processes) {
        for (RunningBanku process : processes) {
            await().atMost(PATIENCE)
                    .until(() ->
                            process.getFromManagement("/observe/health/ready").status() == 200);
        }
    }

    private void openAccounts() throws Exception {
        for (int i = 0; i < ACCOUNTS; i++) {
            send(new OpenAccount(account(i), EUR, "HOLDER " + i));
            send(new Deposit(account(i), eur(100_00), "FIRST", null));
        }
        commands.flush();
        await().atMost(PATIENCE).until(() -> outcomes().size() == sent.size());
    }

    private void move(int times) throws Exception {
        for (int i = 0; i < times; i++) {
            String account = account(random.nextInt(ACCOUNTS));
            Money amount = eur(1 + random.nextInt(60_00));
            send(
                    switch (random.nextInt(3)) {
                        case 0 -> new Withdraw(account, amount, null, null);
                        case 1 -> new Deposit(account, amount, null, null);
                        default -> new Transfer(account, account(random.nextInt(ACCOUNTS)), amount, null);
                    });
        }
        commands.flush();
    }

    private void send(Command command) {
        String id = "c-" + sent.size();
        sent.put(id, command);
        commands.send(id, command);
    }

    /** By an account of our own: what came in less what went out, as the outcomes say. */
    private void everyCommandHasOneOutcomeAndTheMoneyIsAllThere() {
        await().atMost(PATIENCE).until(() -> outcomes().keySet().equals(sent.keySet()));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(balances()).isEqualTo(balancesByOutcomes()));
        assertThat(balances().values()).allMatch(balance -> balance >= 0);
        assertThat(PublishedEvent.all(servers.connection()).stream()
                        .filter(event -> event.headers().containsKey("ce_commandoffset"))
                        .map(event -> event.headers().get("ce_commandid")))
                .as("one event of its own account for each command")
                .containsExactlyInAnyOrderElementsOf(sent.keySet());
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
            if (outcome.isAccepted()) {
                Command command = sent.get(id);
                if (command instanceof OpenAccount) {
                    balances.merge(command.account(), 0L, Long::sum);
                } else {
                    long minor = ((Command.Movement) command).amount().minor();
                    balances.merge(command.account(), command instanceof Deposit ? minor : -minor, Long::sum);
                }
                if (command instanceof Transfer transfer) {
                    balances.merge(transfer.target(), transfer.amount().minor(), Long::sum);
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
