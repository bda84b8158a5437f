package io.banku.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;

/**
 * What an operator said about one reject. Each has a key of its own in the ledger and stays there; the order in which they
 * lie there is the order in which they were said.
 *
 * @param id makes two with the same words two
 * @param attempt of the batch, which the operator saw
 * @param set the new values by the names of their fields; of {@link Action#CORRECT} alone, as the next two
 * @param original the record as the mainframe sent it, in hex
 * @param bytes the record as it is read from now on, in hex
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Repair(
        String id,
        String feed,
        String batch,
        int attempt,
        long record,
        Action action,
        Map<String, String> set,
        String original,
        String bytes,
        String reason,
        String by,
        Instant at) {
    public enum Action {
        /** Other bytes are read in its place, when the batch is checked next or the reject is resubmitted. */
        CORRECT,
        /** It is to become events of a batch that is in the log already. */
        RESUBMIT,
        /** Nothing is to become of it. */
        DISMISS
    }
}
