package io.banku.whole.storm;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a client was told about a wish.
 *
 * @param sent when the client first sent it, by {@link System#nanoTime}
 * @param answered when this answer had come
 * @param status of the answer to the POST; 200 where the client asked what became of it
 */
record Heard(Wish wish, long sent, long answered, int status, JsonNode body) {

    boolean isOutcome() {
        return isAccepted() || isDeclined();
    }

    boolean isAccepted() {
        return status == 201 || status == 200 && state().equals("accepted");
    }

    boolean isDeclined() {
        return status == 422 && !isKeyReused() || status == 200 && state().equals("declined");
    }

    boolean isKeyReused() {
        return status == 422 && body.get("type").asText().equals("/problems/idempotency-key-reused");
    }

    private String state() {
        return body.get("state").asText();
    }

    String commandId() {
        return body.get("commandId").asText();
    }
}
