package io.banku.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.banku.Logged;
import io.banku.account.Command.Deposit;
import io.banku.account.Command.OpenAccount;
import io.banku.account.Command.Withdraw;
import io.banku.account.Money;
import io.banku.camel.AccountProjection;
import io.banku.settings.Setting;
import io.banku.view.RedisView;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Redis loses what it had: nobody is shown the past as if it were the present, and nothing is decided on it. */
@Tag("long")
class ViewWentBackTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final String ACCOUNT = "0000000003";
    private static final String PATH = "/api/v1/accounts/" + ACCOUNT;

    @TempDir
    Path folder;

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
    void anEmptiedViewIsShownAgainWhenItStandsWhereItStoodAndNotBefore() throws Exception {
        RunningBanku first = RunningBanku.start(servers, Map.of());
        try (RunningBanku seer = RunningBanku.start(servers, Map.of(Setting.ROLES, "queries"))) {
            commands.send("c-open", new OpenAccount(ACCOUNT, EUR, null));
            commands.send("c-in", new Deposit(ACCOUNT, eur(100), null, null));
            awaitOutcome("c-in");
            assertThat(seer.get(PATH).status()).isEqualTo(200);
            first.close(); // which tells Kafka how far it was

            accounts.forgetAll();

            assertThat(seer.get(PATH).status())
                    .as("whoever has seen it knows that it is not so")
                    .isEqualTo(503);
            assertThat(seer.get(PATH).body().get("type").asText()).isEqualTo("/problems/view-rebuilding");
            try (RunningBanku blind = RunningBanku.start(servers, Map.of(Setting.ROLES, "queries"));
                    RunningBanku heir = RunningBanku.start(servers, Map.of(Setting.ROLES, "projection"))) {
                assertThat(heir.getFromManagement("/observe/health/live").status())
                        .isEqualTo(200);
                await().atMost(PATIENCE).until(() -> blind.get(PATH).status() != 404);
                List<Integer> shown = new ArrayList<>();
                await().atMost(PATIENCE).until(() -> {
                    shown.add(blind.get(PATH).status());
                    return shown.get(shown.size() - 1) == 200;
                });
                assertThat(shown.subList(0, shown.size() - 1)).allMatch(status -> status == 503);
                assertThat(blind.get(PATH).body().get("balance").get("amount").asText())
                        .isEqualTo("100.00");
                assertThat(seer.get(PATH).status()).isEqualTo(200);
                assertThat(heir.getFromManagement("/observe/health/live").status())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void nothingIsDecidedOnAnEmptiedViewUntilItHasEverythingAgain() throws Exception {
        try (RunningBanku banku = RunningBanku.start(servers, Map.of());
                Logged log = Logged.by(AccountProjection.class)) {
            commands.send("c-open", new OpenAccount(ACCOUNT, EUR, null));
            commands.send("c-in", new Deposit(ACCOUNT, eur(100), null, null));
            awaitOutcome("c-in");
            for (int round = 0; round < 5; round++) {
                accounts.forgetAll();
                commands.send("c-out-" + round, new Withdraw(ACCOUNT, eur(60), null, null));
                awaitOutcome("c-out-" + round);
            }

            await().atMost(PATIENCE).until(() -> banku.get(PATH).status() == 200);
            assertThat(banku.get(PATH).body().get("balance").get("amount").asText())
                    .isEqualTo("40.00");
            assertThat(log.messages()).anySatisfy(message -> assertThat(message).startsWith("BNK-5035 partition "));
            assertThat(PublishedEvent.all(servers.connection()).stream()
                            .map(event -> event.headers().get("ce_type")))
                    .filteredOn(type -> type.equals("CommandDeclined"))
                    .hasSize(4);
        }
    }

    private void awaitOutcome(String id) throws Exception {
        commands.flush();
        await().atMost(PATIENCE).until(() -> {
            for (int partition = 0; partition < Servers.PARTITIONS; partition++) {
                if (!view.find(partition, Set.of(id)).isEmpty()) {
                    return true;
                }
            }
            return false;
        });
    }

    private static Money eur(int amount) {
        return new Money(amount * 100L, EUR);
    }
}
