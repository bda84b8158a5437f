package io.banku.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.banku.camel.HeldToContract;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** What an HTTP server answered. */
public record Answer(int status, HttpResponse<String> response) {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** HTTP/1.1: the management server would take the change to HTTP/2 in which this client loses answers. */
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** @param headers names and values, in turn */
    static Answer get(String uri, String... headers) {
        return held(request(uri, headers).build());
    }

    /** From a server that is not the API, so that the contract says nothing of its answers. */
    static Answer elsewhere(String uri) {
        return of(request(uri).build());
    }

    /** @param headers names and values, in turn */
    static Answer post(String uri, String json, String... headers) {
        return held(request(uri, headers)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    private static HttpRequest.Builder request(String uri, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uri));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static Answer held(HttpRequest request) {
        Answer answer = of(request);
        HeldToContract.answer(answer.response());
        return answer;
    }

    private static Answer of(HttpRequest request) {
        try {
            HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException unreachable) {
            throw new IllegalStateException("expected an answer of " + request.uri(), unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    /** Of a problem. */
    public String code() {
        return body().get("code").asText();
    }

    public JsonNode body() {
        try {
            return JSON.readTree(response.body());
        } catch (IOException noJson) {
            throw new IllegalStateException("expected JSON, found " + response.body(), noJson);
        }
    }
}
