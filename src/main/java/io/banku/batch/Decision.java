package io.banku.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * What an operator said about a held batch. Carried out once by the owner of the feed, whoever that is when it is read.
 *
 * @param id makes two decisions with the same words two decisions
 * @param revision of the batch that the operator saw: what comes later is another matter, and takes another decision
 * @param despite id of the batch that the operator knows to be in the log, where a release has to name it; or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Decision(
        String id,
        String batch,
        int revision,
        String feed,
        Action action,
        String reason,
        String by,
        Instant at,
        String despite) {
    public enum Action {
        RELEASE,
        REFUSE
    }
}
