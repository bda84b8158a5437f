package io.banku.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Locale;

/**
 * What an operator said about a held batch. Carried out once by the owner of the feed, whoever that is when it is read.
 *
 * @param id makes two decisions with the same words two decisions
 * @param revision of the batch that the operator saw: what comes later is another matter, and takes another decision
 * @param corrections where two decide, the last {@link Repair} that they knew of, or null: what comes later is not read
 * @param approved where two decide, who else says so; else null
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
        String despite,
        String corrections,
        Grounds approved) {

    public enum Action {
        RELEASE,
        REFUSE;

        /** As commands and definitions call it. */
        public static Action of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A second person approves of it. */
    public Decision approvedBy(Grounds second) {
        return new Decision(id, batch, revision, feed, action, reason, by, at, despite, corrections, second);
    }
}
