package io.banku.batch;

import io.banku.account.RecordedEvent;
import io.banku.feed.Reject;
import java.util.List;

/**
 * Some thousand records of a batch, mapped: what one transaction publishes.
 *
 * @param entries of a reference, else none
 * @param done records of the batch that are in the log when this chunk is
 * @param last nothing comes after it: it seals the batch
 */
public record Chunk(
        List<RecordedEvent> events, List<KeptEntry> entries, List<Reject> rejects, long done, boolean last) {
    /** Short, as it ends up in log lines. */
    @Override
    public String toString() {
        return "Chunk[.." + done + (last ? ", last]" : "]");
    }
}
