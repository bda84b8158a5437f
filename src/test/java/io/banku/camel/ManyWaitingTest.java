package io.banku.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.settings.Setting;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyWaitingTest {
    /** Twice the worker threads of the server. */
    private static final int WAITING = 40;

    private static final String DEPOSITS = "/api/v1/accounts/0000004711/deposits";
    private static final String DEPOSIT = "{\"amount\":\"1.00\",\"currency\":\"EUR\"}";

    @TempDir
    Path folder;

    @Test
    void thoseWhoWaitTakeNoThreadAndOneTooManyDoesNotWait() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> waiting;
        try (LiveProgram program = LiveProgram.start(
                folder,
                Map.of(
                        Setting.ROLES, "commands,queries",
                        Setting.HTTP_WAIT, "10m",
                        Setting.HTTP_WAITING, Integer.toString(WAITING)))) {
            waiting = IntStream.range(0, WAITING)
                    .mapToObj(n -> deposit(program, "key-" + n))
                    .toList();
            LiveProgram.await(() -> LiveProgram.sendTo(program.management() + "/observe/metrics", "GET", null)
                    .body()
                    .contains("banku_http_waiting " + WAITING + ".0"));

            assertThat(program.get("/api/v1/batches").statusCode()).isEqualTo(200);
            assertThat(deposit(program, "one too many")
                            .thenApply(HttpResponse::statusCode)
                            .join())
                    .isEqualTo(400);
            assertThat(deposit(program, "one-too-many").join().statusCode()).isEqualTo(202);
            assertThat(waiting).noneMatch(CompletableFuture::isDone);
        }

        assertThat(waiting)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(202));
    }

    private static CompletableFuture<HttpResponse<String>> deposit(LiveProgram program, String key) {
        return HttpClient.newHttpClient()
                .sendAsync(
                        HttpRequest.newBuilder(URI.create(program.api() + DEPOSITS))
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", key)
                                .POST(BodyPublishers.ofString(DEPOSIT))
                                .build(),
                        BodyHandlers.ofString());
    }
}
