package io.banku.bench.latency;

import io.banku.bench.latency.Answer.Wanted;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** The bridge over HTTP/1.1: a connection for each request under way, as many services with few requests each have. */
final class Api {
    /** Longer than the bridge makes anybody wait. */
    private static final Duration GIVE_UP = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String root;

    Api(String root) {
        this.root = root;
    }

    /** Always comes to an end with an answer, at the latest when it is given up. */
    CompletableFuture<Answer> post(Command command, Wanted wanted) {
        HttpRequest.Builder request = request("/api/v1" + command.path())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", command.key())
                .POST(BodyPublishers.ofString(command.body()));
        if (wanted == Wanted.RECEIPT) {
            request.header("Prefer", "respond-async");
        }
        return http.sendAsync(request.build(), BodyHandlers.ofString())
                .thenApply(response -> new Answer(wanted, response.statusCode(), response.body()))
                .exceptionally(failure -> new Answer(wanted, Answer.NONE, failure.toString()));
    }

    Answer get(String path) throws InterruptedException {
        try {
            var response = http.send(request(path).build(), BodyHandlers.ofString());
            return new Answer(Wanted.OUTCOME, response.statusCode(), response.body());
        } catch (IOException failure) {
            return new Answer(Wanted.OUTCOME, Answer.NONE, failure.toString());
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(root + path)).timeout(GIVE_UP);
    }
}
