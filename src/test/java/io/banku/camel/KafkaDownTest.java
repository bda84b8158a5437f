package io.banku.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.banku.settings.Setting;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
class KafkaDownTest {
    private static final String DEPOSITS = "/api/v1/accounts/0000004711/deposits";

    @TempDir
    Path folder;

    /** Whether the client still knew the topic when it was asked is a matter of moments: both answers are true then. */
    @Test
    void whatKafkaWasNeverGivenIsToBeTriedAgainAndWhatItMayHaveIsUnknown() throws Exception {
        try (LiveProgram program = LiveProgram.start(folder, Map.of(Setting.ROLES, "commands,queries"))) {
            assertThat(deposit(program, "before").statusCode()).isEqualTo(202);

            program.stopKafka();
            HttpResponse<String> answer = deposit(program, "after");

            String code = new ObjectMapper().readTree(answer.body()).get("code").asText();
            assertThat(answer.statusCode() + " " + code).as(answer.body()).isIn("504 BNK-7015", "503 BNK-5000");
            assertThat(answer.headers().firstValue("Content-Type")).contains(Problems.CONTENT_TYPE);
        }
    }

    @Test
    void beforeKafkaWasEverReachedNothingIsAppended() throws Exception {
        try (LiveProgram program = LiveProgram.start(folder, Map.of(Setting.ROLES, "commands,queries"))) {
            program.stopKafka();

            HttpResponse<String> answer = deposit(program, "never");

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
            assertThat(new ObjectMapper().readTree(answer.body()).get("code").asText())
                    .isEqualTo("BNK-5000");
        }
    }

    @Test
    void asManyRequestsAsThereMayBeAreInHandAndOneMoreIsRefusedAtOnce() throws Exception {
        try (LiveProgram program = LiveProgram.start(
                folder,
                Map.of(Setting.ROLES, "commands,queries", Setting.HTTP_REQUESTS, "2", Setting.HTTP_WAITING, "1"))) {
            program.stopKafka();
            List<CompletableFuture<HttpResponse<String>>> inHand = Stream.of("one", "two")
                    .map(key -> CompletableFuture.supplyAsync(() -> deposit(program, key)))
                    .toList();
            LiveProgram.await(() -> LiveProgram.sendTo(program.management() + "/observe/metrics", "GET", null)
                    .body()
                    .contains("banku_http_requests 2.0"));

            HttpResponse<String> oneMore = deposit(program, "three");

            assertThat(oneMore.statusCode()).as(oneMore.body()).isEqualTo(503);
            assertThat(oneMore.headers().firstValue("Retry-After")).contains("1");
            assertThat(new ObjectMapper().readTree(oneMore.body()).get("code").asText())
                    .isEqualTo("BNK-7021");
            assertThat(inHand)
                    .allSatisfy(answer -> assertThat(answer.join().body()).contains("BNK-5000"));
            assertThat(deposit(program, "four").body()).contains("BNK-5000");
        }
    }

    @Test
    void withoutTheViewNothingIsAppended() throws Exception {
        try (LiveProgram program = LiveProgram.start(folder, Map.of(Setting.ROLES, "commands,queries"))) {
            program.stopRedis();

            HttpResponse<String> answer = deposit(program, "unseen");

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(new ObjectMapper().readTree(answer.body()).get("code").asText())
                    .isEqualTo("BNK-6000");
        }
    }

    private static HttpResponse<String> deposit(LiveProgram program, String key) {
        return program.send(
                "POST",
                DEPOSITS,
                "{\"amount\":\"1.00\",\"currency\":\"EUR\"}",
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                key,
                "Prefer",
                "respond-async");
    }
}
