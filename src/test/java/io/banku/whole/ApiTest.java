package io.banku.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.banku.settings.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is answered at which port, and how the program says what it cannot do now. */
class ApiTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    static Path folder;

    private static Servers servers;
    private static RunningBanku banku;

    @BeforeAll
    static void startTheProgram() throws Exception {
        servers = Servers.start(folder);
        banku = RunningBanku.start(servers, Map.of());
    }

    @AfterAll
    static void stopTheProgram() {
        banku.close();
        servers.close();
    }

    @Test
    void theApiAnswersAtItsOwnPortOnly() {
        assertThat(banku.get("/api/v1/batches").status()).isEqualTo(200);
        assertThat(banku.getFromManagement("/api/v1/batches").status()).isEqualTo(404);
    }

    @Test
    void healthAndMetricsAnswerAtTheManagementPortOnly() {
        await().atMost(PATIENCE)
                .until(() -> banku.getFromManagement("/observe/health/ready").status() == 200);
        assertThat(banku.getFromManagement("/observe/health/live").status()).isEqualTo(200);
        await().atMost(PATIENCE)
                .until(() -> banku.getFromManagement("/observe/metrics")
                        .response()
                        .body()
                        .contains("banku_projection_lag_records{partition=\"0\"}"));
        assertThat(banku.get("/observe/health").status()).isEqualTo(404);
    }

    @Test
    void aPathThatNobodyKnowsIsAProblem() {
        Answer answer = banku.get("/api/v2/accounts/1");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body().get("code").asText()).isEqualTo("BNK-7003");
        assertThat(answer.body().get("detail").asText()).contains("/api/v2/accounts/1");
    }

    @Test
    void aBodyThatIsNoJsonIsAProblemThatSaysWhatWasExpected() {
        Answer answer = banku.post("/api/v1/batches/00/actions", "release it, please");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body().get("code").asText()).isEqualTo("BNK-7000");
        assertThat(answer.body().get("detail").asText())
                .isEqualTo("body: expected one JSON object in UTF-8, found text that is no JSON at line 1, column 8");
    }

    @Test
    void aDecisionAboutABatchThatThereIsNotIsAProblem() {
        Answer answer = banku.post("/api/v1/batches/ffff/actions", "{\"action\": \"refuse\", \"reason\": \"x\"}");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().get("code").asText()).isEqualTo("BNK-7002");
    }

    @Test
    void theProgramIsNotReadyWhileItsProjectionHasNoPositions(@TempDir Path routes) throws Exception {
        for (String file : new String[] {"failures", "files-to-events", "queries-of-accounts", "queries-of-batches"}) {
            Files.copy(Path.of("routes", file + ".camel.yaml"), routes.resolve(file + ".camel.yaml"));
        }
        Files.writeString(
                routes.resolve("events-to-accounts.camel.yaml"),
                Files.readString(Path.of("routes/events-to-accounts.camel.yaml"))
                        .replace("id: events-to-accounts", "id: events-to-accounts\n    autoStartup: \"false\""));

        try (RunningBanku waiting =
                RunningBanku.start(servers, Map.of(Setting.ROUTES, routes.toString(), Setting.ROLES, "projection"))) {
            Answer ready = waiting.getFromManagement("/observe/health/ready");

            assertThat(ready.status()).isEqualTo(503);
            assertThat(ready.response().body()).contains("waiting for partitions and their positions");
            assertThat(waiting.getFromManagement("/observe/health/live").status())
                    .isEqualTo(200);
        }
    }
}
