package io.banku.batch;

import java.time.Instant;

/**
 * What an operator said about a held batch. Carried out once by the owner of the feed, whoever that is when it is read.
 *
 * @param id makes two decisions with the same words two decisions
 * @param revision of the batch that the operator saw: what comes later is another matter, and takes another decision
 */
public record Decision(
        String id, String batch, int revision, String feed, Action action, String reason, String by, Instant at) {
    public enum Action {
        RELEASE,
        REFUSE
    }
}
