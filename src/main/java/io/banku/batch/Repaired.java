package io.banku.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;

/**
 * What came of a reject that was resubmitted: written by the owner of the feed, in one transaction with its events and the
 * batch's counts.
 *
 * @param repair id of the {@link Repair} that asked for it
 * @param correction id of the one by whose bytes it was read, or null
 * @param why it is a reject still, or null
 * @param references in which versions it was looked up, as a batch names them, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Repaired(
        String feed,
        String batch,
        long record,
        String repair,
        String correction,
        Outcome outcome,
        int events,
        String why,
        Map<String, String> references,
        Instant at) {
    public enum Outcome {
        PUBLISHED,
        /** It is a record that makes no events. */
        SKIPPED,
        REJECTED
    }
}
