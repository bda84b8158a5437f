package io.banku.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
class RedisDownTest {
    @TempDir
    Path folder;

    @Test
    void withoutRedisAccountsAreUnavailableButTheProcessLivesAndBatchesAreAnswered() throws Exception {
        try (LiveProgram program = LiveProgram.start(folder)) {
            LiveProgram.await(() -> health(program, "ready") == 200);
            assertThat(program.get("/api/v1/accounts/0000004711").statusCode()).isEqualTo(404);

            program.stopRedis();

            HttpResponse<String> answer = program.get("/api/v1/accounts/0000004711");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
            assertThat(answer.headers().firstValue("Content-Type")).contains(Problems.CONTENT_TYPE);
            assertThat(answer.body()).contains("BNK-6000", "\"instance\":\"/api/v1/accounts/0000004711\"");
            assertThat(program.get("/api/v1/batches").statusCode()).isEqualTo(200);
            assertThat(health(program, "live")).isEqualTo(200);
            LiveProgram.await(() -> health(program, "ready") == 503);
        }
    }

    private static int health(LiveProgram program, String kind) {
        return LiveProgram.sendTo(program.management() + "/observe/health/" + kind, "GET", null)
                .statusCode();
    }
}
