package io.banku.whole.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.banku.log.LogConnection;
import io.banku.settings.Setting;
import io.banku.whole.AccountsInRedis;
import io.banku.whole.BankuProcess;
import io.banku.whole.PublishedEvent;
import io.banku.whole.Servers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that decides is killed while clients wait for its decisions: no signal, no last word. */
@Tag("long")
class KilledDeciderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** One consumer each, so that each decides half of the partitions. */
    private static final Map<Setting<?>, String> ONE_EACH = Map.of(Setting.COMMAND_CONSUMERS, "1");

    private final Storm storm = Storm.of(6, 300, 30);

    @TempDir
    Path folder;

    @Test
    void everyCommandIsDecidedOnceThoughOneOfTwoProcessesIsKilled() throws Exception {
        try (Servers servers = Servers.start(folder);
                BankuProcess killed = BankuProcess.start(servers, folder.resolve("killed"), ONE_EACH);
                BankuProcess survivor = BankuProcess.start(servers, folder.resolve("survivor"), ONE_EACH);
                AccountsInRedis accounts = new AccountsInRedis(servers.redisUri())) {
            await().atMost(PATIENCE).until(() -> killed.isReady() && survivor.isReady());
            await().atMost(PATIENCE).until(() -> killed.takeOvers() > 0 && survivor.takeOvers() > 0);
            long before = survivor.takeOvers();

            List<Heard> heard = storm.rage(List.of(survivor.api(), killed.api()), killed::kill);

            LogConnection log = servers.connection();
            Map<String, NaiveAccount> expected = Verdict.on(
                    new Testimony(heard), PublishedEvent.all(log), PublishedEvent.committed(log, "banku.commands"));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(balances(accounts)).isEqualTo(asBalances(expected)));
            assertThat(survivor.takeOvers()).isGreaterThan(before);
        }
    }

    private static Map<String, Long> balances(AccountsInRedis accounts) {
        Map<String, Long> balances = new HashMap<>();
        accounts.all().forEach((id, fields) -> balances.put(id, Long.parseLong(fields.get("b"))));
        return balances;
    }

    private static Map<String, Long> asBalances(Map<String, NaiveAccount> accounts) {
        Map<String, Long> balances = new HashMap<>();
        accounts.forEach((id, account) -> balances.put(id, account.balance()));
        return balances;
    }
}
