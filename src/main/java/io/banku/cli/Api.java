package io.banku.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The HTTP API of a running bridge. A problem that it answers becomes words for the person at the keyboard. */
final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SLOW = Duration.ofMinutes(30);

    private final URI address;
    private final Optional<String> token;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** @param token of the principal who asks, where the bridge wants one */
    Api(URI address, Optional<String> token) {
        this.address = address;
        this.token = token;
    }

    /** Part of a path or of a query, as it must be written there. */
    static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** @param path below {@code /api/v1} */
    JsonNode get(String path) {
        return send(request(path).GET().build());
    }

    /** As {@link #get}, where the bridge has to read much for the answer. */
    JsonNode getSlowly(String path) {
        return send(request(path).timeout(SLOW).GET().build());
    }

    JsonNode post(String path, Map<String, ?> body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.valueToTree(body).toString()))
                .build());
    }

    /** What came of a command, and whether that is the last word. */
    record Answer(int status, JsonNode body, Optional<String> location) {
        boolean isFinal() {
            return status != 202 && status < 500;
        }
    }

    /**
     * Sends a command once.
     *
     * @return nothing when no answer came, and the command may be in the log or not
     */
    Optional<Answer> command(String path, String key, Map<String, String> body) {
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .header("Prefer", "return=representation") // a person wants to see the balance
                .POST(BodyPublishers.ofString(JSON.valueToTree(body).toString()))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            return Optional.of(new Answer(
                    answer.statusCode(), body(answer), answer.headers().firstValue("Location")));
        } catch (IOException unanswered) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private HttpRequest.Builder request(String path) {
        String base = address.toString().replaceFirst("/+$", "");
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + "/api/v1" + path)).timeout(PATIENCE);
        token.ifPresent(text -> request.header("Authorization", "Bearer " + text));
        return request;
    }

    private JsonNode send(HttpRequest request) {
        HttpResponse<String> answer;
        try {
            answer = client.send(request, BodyHandlers.ofString());
        } catch (IOException unreachable) {
            String found = unreachable.getMessage() == null
                    ? unreachable.getClass().getSimpleName()
                    : unreachable.getMessage();
            throw new CommandException(
                    ExitCode.ENVIRONMENT,
                    "expected the API of a running bridge at " + address + ", found none (" + found
                            + "). Start one: banku run (or banku demo); or say where it is: --api URL, or BANKU_API.");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CommandException(ExitCode.ENVIRONMENT, "interrupted before " + address + " answered");
        }
        JsonNode body = body(answer);
        if (answer.statusCode() >= 400) {
            throw refusal(answer.statusCode(), body);
        }
        return body;
    }

    private JsonNode body(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException notJson) {
            throw new CommandException(
                    ExitCode.ENVIRONMENT,
                    "expected the API of a bridge at " + address + ", found something that answers "
                            + answer.statusCode() + " without JSON. Is --api or BANKU_API another program's address?");
        }
    }

    /** {@code BNK-7002 There is no such batch: expected …, found …}, and what to do. */
    static CommandException refusal(int status, JsonNode problem) {
        boolean isAboutTheWish = problem.path("type").asText().matches(".*/(account-reserved|same-person)");
        ExitCode code = status == 503 || status == 504 || status == 401 || status == 403 && !isAboutTheWish
                ? ExitCode.ENVIRONMENT
                : status >= 500 ? ExitCode.INTERNAL : ExitCode.REFUSED;
        return new CommandException(
                code,
                problem.path("code").asText() + " " + problem.path("title").asText("HTTP status " + status) + ": "
                        + problem.path("detail").asText() + "\n"
                        + problem.path("whatToDo").asText());
    }
}
