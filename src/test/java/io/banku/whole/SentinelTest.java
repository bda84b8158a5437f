package io.banku.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.banku.settings.Setting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The master of the view is killed while the program runs, and a Sentinel makes its replica the master. */
@Tag("ecosystem")
class SentinelTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void theViewGoesOnOnTheNewMaster(@TempDir Path folder) throws Exception {
        try (Servers servers = Servers.start(folder.resolve("servers"));
                Sentinel sentinel = Sentinel.start(folder.resolve("sentinel"));
                RunningBanku banku = RunningBanku.start(servers, Map.of(Setting.REDIS_URI, sentinel.uri()))) {
            assertThat(command(banku, "/api/v1/accounts", "1", "{\"account\":\"WEB-1\",\"currency\":\"EUR\"}"))
                    .isEqualTo(201);
            assertThat(deposit(banku, "2")).isEqualTo(201);
            await().atMost(PATIENCE).until(() -> shows(banku, "70.00"));

            sentinel.killMaster();

            await().atMost(PATIENCE).until(() -> deposit(banku, "3") == 201);
            await().atMost(PATIENCE).until(() -> shows(banku, "140.00"));
            await().atMost(PATIENCE)
                    .until(() ->
                            banku.getFromManagement("/observe/health/ready").status() == 200);
        }
    }

    private static int deposit(RunningBanku banku, String key) {
        return command(banku, "/api/v1/accounts/WEB-1/deposits", key, "{\"amount\":\"70.00\",\"currency\":\"EUR\"}");
    }

    private static int command(RunningBanku banku, String path, String key, String json) {
        return banku.command(path, key, json).status();
    }

    private static boolean shows(RunningBanku banku, String balance) {
        Answer account = banku.get("/api/v1/accounts/WEB-1");
        return account.status() == 200 && account.response().body().contains("\"" + balance + "\"");
    }
}
