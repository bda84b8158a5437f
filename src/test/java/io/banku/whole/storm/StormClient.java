package io.banku.whole.storm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.banku.camel.HeldToContract;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * A client that keeps to the contract: it makes a key before it sends, and asks again with it, of whichever process, until
 * it has a final answer. It hangs up, sends twice at once, uses a key for something else, and makes mistakes. One thread.
 */
final class StormClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** A connection that is cut is cut: HTTP/2 would end a stream only. */
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration BEFORE_ASKING_AGAIN = Duration.ofMillis(20);

    private final List<String> apis;
    private final Random random;
    private final Consumer<Heard> heard;
    /** When the wish in hand was sent for the first time. */
    private long sent;
    /** What became of a key's command says nothing about another request with that key. */
    private boolean sharesItsKey;

    StormClient(List<String> apis, Random random, Consumer<Heard> heard) {
        this.apis = apis;
        this.random = random;
        this.heard = heard;
    }

    /** Returns when the client knows what became of it. */
    void carryOut(int accounts) throws Exception {
        Wish wish = Wish.any(random, accounts);
        sent = System.nanoTime();
        int way = random.nextInt(10);
        sharesItsKey = way == 5 || way == 6;
        switch (way) {
            case 0 -> mistake(Wish.mistaken(random, accounts));
            case 1, 2 -> {
                hangUp(wish);
                settle(wish);
            }
            case 3 -> {
                settle(wish, "respond-async");
                settle(wish);
            }
            case 4 -> atOnce(wish, wish);
            case 5 -> atOnce(wish, wish.saidOtherwise());
            case 6 -> {
                settle(wish);
                settle(wish.saidOtherwise());
                settle(wish);
            }
            default -> settle(wish);
        }
    }

    private void mistake(Wish wish) throws Exception {
        HttpResponse<String> answer = null;
        while (answer == null || answer.statusCode() >= 500) {
            answer = answered(HTTP.sendAsync(request(wish).build(), BodyHandlers.ofString()));
        }
        tell(wish, answer);
    }

    /** Before the answer, or just after it: whoever hangs up does not know. */
    private void hangUp(Wish wish) throws Exception {
        Duration patience = Duration.ofMillis(1L + random.nextInt(60));
        HttpResponse<String> answer =
                answered(HTTP.sendAsync(request(wish).timeout(patience).build(), BodyHandlers.ofString()));
        if (answer != null) {
            tell(wish, answer);
        }
    }

    private void atOnce(Wish one, Wish other) throws Exception {
        var first = HTTP.sendAsync(request(one).build(), BodyHandlers.ofString());
        var second = HTTP.sendAsync(request(other).build(), BodyHandlers.ofString());
        HttpResponse<String> firstAnswer = answered(first);
        HttpResponse<String> secondAnswer = answered(second);
        if (firstAnswer != null) {
            tell(one, firstAnswer);
        }
        if (secondAnswer != null) {
            tell(other, secondAnswer);
        }
        settle(one);
        settle(other);
    }

    private void settle(Wish wish, String... prefer) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        boolean settled = false;
        while (!settled) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("expected a final answer within " + PATIENCE + ", found none to " + wish);
            }
            HttpRequest.Builder request = request(wish);
            for (String preference : prefer) {
                request.header("Prefer", preference);
            }
            HttpResponse<String> answer = answered(HTTP.sendAsync(request.build(), BodyHandlers.ofString()));
            if (answer != null) {
                tell(wish, answer);
            }
            if (answer == null || answer.statusCode() >= 500) {
                LockSupport.parkNanos(BEFORE_ASKING_AGAIN.toNanos());
            } else {
                settled = answer.statusCode() != 202
                        || !sharesItsKey && random.nextBoolean() && outcomeIsFound(wish, location(answer));
            }
        }
    }

    /** False when nobody knew it for a while: the same request says the same, so the client asks by that. */
    private boolean outcomeIsFound(Wish wish, String path) throws Exception {
        for (int i = 0; i < 200; i++) {
            HttpRequest ask =
                    HttpRequest.newBuilder(URI.create(anyApi() + path)).build();
            HttpResponse<String> answer = answered(HTTP.sendAsync(ask, BodyHandlers.ofString()));
            if (answer != null && answer.statusCode() == 200) {
                tell(wish, answer);
                return true;
            }
            LockSupport.parkNanos(BEFORE_ASKING_AGAIN.toNanos());
        }
        return false;
    }

    private static String location(HttpResponse<String> queued) {
        return queued.headers().firstValue("Location").orElseThrow();
    }

    /** Null when there was no answer. */
    private static HttpResponse<String> answered(CompletableFuture<HttpResponse<String>> sent) {
        try {
            return HeldToContract.answer(sent.join());
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof IOException) {
                return null;
            }
            throw failed;
        }
    }

    private void tell(Wish wish, HttpResponse<String> answer) throws IOException {
        JsonNode body = JSON.readTree(answer.body());
        heard.accept(new Heard(wish, sent, System.nanoTime(), answer.statusCode(), body));
    }

    private HttpRequest.Builder request(Wish wish) {
        return HttpRequest.newBuilder(URI.create(anyApi() + wish.path()))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", wish.key())
                .header("Prefer", random.nextBoolean() ? "return=representation" : "return=minimal")
                .POST(BodyPublishers.ofString(wish.body()));
    }

    private String anyApi() {
        return apis.get(random.nextInt(apis.size()));
    }
}
