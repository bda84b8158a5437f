package io.banku.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.banku.embedded.EmbeddedRedis;
import io.banku.settings.Setting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes project the same log: they share its partitions, and every event is applied once, whoever goes. */
@Tag("long")
class ProjectionGroupTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private Servers servers;
    private AccountsInRedis accounts;
    private DepositWriter deposits;

    @BeforeEach
    void startServers() {
        servers = Servers.start(folder);
        accounts = new AccountsInRedis(servers.redisUri());
        deposits = new DepositWriter(servers);
    }

    @AfterEach
    void stopServers() {
        deposits.close();
        accounts.close();
        servers.close();
    }

    @Test
    void theSurvivorCarriesOnWhenTwoOfThreeStopWhileEventsFlow() throws Exception {
        try (RunningBanku survivor = member()) {
            RunningBanku second = member();
            RunningBanku third = member();
            await().atMost(PATIENCE).until(() -> areReady(survivor, second, third));
            deposits.write(20_000);
            await().atMost(PATIENCE).until(() -> accounts.eventsApplied() > 0);

            second.close();
            deposits.write(20_000);
            third.close();
            deposits.write(20_000);

            itIsAllThereOnce();
        }
    }

    @Test
    void aMemberThatJoinsLateTakesItsShareAndNothingIsAppliedTwice() throws Exception {
        RunningBanku first = member();
        deposits.write(20_000);
        await().atMost(PATIENCE).until(() -> accounts.eventsApplied() > 0);

        try (RunningBanku late = member()) {
            deposits.write(20_000);
            await().atMost(PATIENCE).until(() -> areReady(late));
            first.close();
            deposits.write(5_000);

            itIsAllThereOnce();
        }
    }

    @Test
    void aViewThatRedisHasLostIsBuiltAgainFromTheLog() throws Exception {
        try (RunningBanku member = member()) {
            deposits.write(5_000);
            itIsAllThereOnce();

            accounts.forgetAll();

            itIsAllThereOnce();
            assertThat(member.getFromManagement("/observe/health/ready").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void whileRedisIsAwayTheApiSaysSoAndEverythingIsAppliedWhenItIsBack(@TempDir Path elsewhere) throws Exception {
        EmbeddedRedis redis = EmbeddedRedis.start(elsewhere, 0, true);
        int port = redis.port();
        try (RunningBanku member = RunningBanku.start(
                servers, Map.of(Setting.REDIS_URI, redis.uri(), Setting.ROLES, "projection,queries"))) {
            redis.close();

            Answer away = member.get("/api/v1/accounts/0000000001");
            deposits.write(1_000);
            await().atMost(PATIENCE)
                    .until(() ->
                            member.getFromManagement("/observe/health/ready").status() == 503);
            redis = EmbeddedRedis.start(elsewhere, port, true);

            assertThat(away.status()).isEqualTo(503);
            assertThat(away.header("Retry-After")).isEqualTo("1");
            assertThat(away.body().get("code").asText()).isEqualTo("BNK-6000");
            await().atMost(PATIENCE).untilAsserted(() -> {
                JsonNode account = member.get("/api/v1/accounts/0000000001").body();
                assertThat(account.path("version").asLong()).isEqualTo(10);
                assertThat(account.at("/balance/amount").asText()).isEqualTo("45.10");
            });
        } finally {
            redis.close();
        }
    }

    private RunningBanku member() throws Exception {
        return RunningBanku.start(servers, Map.of(Setting.ROLES, "projection"));
    }

    private static boolean areReady(RunningBanku... members) {
        return List.of(members).stream()
                .allMatch(member ->
                        member.getFromManagement("/observe/health/ready").status() == 200);
    }

    private void itIsAllThereOnce() {
        await().atMost(PATIENCE).until(() -> accounts.eventsApplied() >= deposits.written());
        assertThat(DepositWriter.found(accounts)).isEqualTo(deposits.expected());
    }
}
