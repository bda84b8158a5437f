package io.banku.whole.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.banku.log.LogConnection;
import io.banku.settings.Setting;
import io.banku.whole.AccountsInRedis;
import io.banku.whole.BankuProcess;
import io.banku.whole.PublishedEvent;
import io.banku.whole.RunningBanku;
import io.banku.whole.Servers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever clients do and whichever process goes: what they are told is what the log has, once. The same at length:
 * {@code mvn test -Dtest=CommandStormTest -Dbanku.storm.clients=50 -Dbanku.storm.commands=20000
 * -Dbanku.storm.accounts=200 -Dbanku.storm.kill=true}; {@code -Dbanku.storm.seed=N} makes other wishes.
 */
@Tag("long")
class CommandStormTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Map<Setting<?>, String> ROLES = Map.of(Setting.ROLES, "commands,projection,queries");

    private final Storm storm = Storm.of(8, 400, 40);

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
    void whatClientsAreToldIsWhatTheLogHasThoughOneOfTwoProcessesGoes() throws Exception {
        try (RunningBanku survivor = RunningBanku.start(servers, ROLES);
                Mortal other = mortal()) {
            await().atMost(PATIENCE).until(() -> isReady(survivor) && other.isReady());

            List<Heard> heard = storm.rage(List.of(survivor.api(), other.api()), other::end);

            LogConnection log = servers.connection();
            Map<String, NaiveAccount> expected = Verdict.on(
                    new Testimony(heard), PublishedEvent.all(log), PublishedEvent.committed(log, "banku.commands"));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(views()).isEqualTo(asViews(expected)));
            tell(heard);
        }
    }

    private static boolean isReady(RunningBanku banku) {
        return banku.getFromManagement("/observe/health/ready").status() == 200;
    }

    /** The process that goes: one that stops is started faster, one that is killed takes more with it. */
    private Mortal mortal() throws Exception {
        if (Boolean.getBoolean("banku.storm.kill")) {
            BankuProcess process = BankuProcess.start(servers, folder, ROLES);
            return new Mortal(process.api(), process::isReady, process::kill);
        }
        RunningBanku banku = RunningBanku.start(servers, ROLES);
        return new Mortal(banku.api(), () -> isReady(banku), banku::close);
    }

    private record Mortal(String api, BooleanSupplier ready, Runnable end) implements AutoCloseable {
        boolean isReady() {
            return ready.getAsBoolean();
        }

        @Override
        public void close() {
            end.run();
        }
    }

    private static void tell(List<Heard> heard) {
        Map<Integer, Long> answers =
                heard.stream().collect(Collectors.groupingBy(Heard::status, TreeMap::new, Collectors.counting()));
        long wishes = heard.stream().map(Heard::wish).distinct().count();
        System.out.println("storm: " + wishes + " wishes, answers by status " + answers);
    }

    private Map<String, String> views() {
        Map<String, String> views = new HashMap<>();
        accounts.all()
                .forEach((id, view) -> views.put(
                        id,
                        String.join(" ", view.get("s"), view.get("b"), view.get("c"), view.get("v"), view.get("o"))));
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
