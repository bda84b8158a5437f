package io.banku.whole.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.banku.log.LogConnection;
import io.banku.settings.Setting;
import io.banku.whole.AccountsInRedis;
import io.banku.whole.PublishedEvent;
import io.banku.whole.RunningBanku;
import io.banku.whole.Servers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever clients do and whichever process goes: what they are told is what the log has, once. The same at length:
 * {@code mvn test -Dtest=CommandStormTest -Dbanku.storm.clients=50 -Dbanku.storm.commands=20000
 * -Dbanku.storm.accounts=200}; {@code -Dbanku.storm.seed} makes other wishes.
 */
class CommandStormTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Map<Setting<?>, String> ROLES = Map.of(Setting.ROLES, "commands,projection,queries");

    private final Storm storm = Storm.of(8, 600, 40);

    @TempDir
    Path folder;

    private Servers servers;
    private AccountsInRedis accounts;

    @BeforeEach
    void startServers() {
        servers = Servers.start(folder);
        accounts = new AccountsInRedis(servers.redisUri());
    }

    @AfterEach
    void stopServers() {
        accounts.close();
        servers.close();
    }

    @Test
    void whatClientsAreToldIsWhatTheLogHasThoughOneOfTwoProcessesStops() throws Exception {
        try (RunningBanku survivor = RunningBanku.start(servers, ROLES)) {
            RunningBanku second = RunningBanku.start(servers, ROLES);
            awaitReady(survivor, second);

            List<Heard> heard = storm.rage(List.of(survivor.api(), second.api()), second::close);

            LogConnection log = servers.connection();
            Map<String, NaiveAccount> expected = Verdict.on(
                    new Testimony(heard), PublishedEvent.all(log), PublishedEvent.committed(log, "banku.commands"));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(views()).isEqualTo(asViews(expected)));
        }
    }

    private static void awaitReady(RunningBanku... processes) {
        for (RunningBanku process : processes) {
            await().atMost(PATIENCE)
                    .until(() ->
                            process.getFromManagement("/observe/health/ready").status() == 200);
        }
    }

    private Map<String, String> views() {
        Map<String, String> views = new HashMap<>();
        accounts.all()
                .forEach((id, view) -> views.put(
                        id,
                        String.join(
                                " ",
                                view.get("status"),
                                view.get("balance"),
                                view.get("currency"),
                                view.get("version"),
                                view.get("offset"))));
        return views;
    }

    private static Map<String, String> asViews(Map<String, NaiveAccount> accounts) {
        Map<String, String> views = new HashMap<>();
        accounts.forEach((id, account) -> views.put(
                id,
                String.join(
                        " ",
                        "open",
                        Long.toString(account.balance()),
                        account.currency(),
                        Long.toString(account.version()),
                        Long.toString(account.offset()))));
        return views;
    }
}
