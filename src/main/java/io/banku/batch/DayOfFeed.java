package io.banku.batch;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the ledger says of one feed and one business date, which is that of the files' names. Immutable.
 *
 * @param batches those of the date that are not refused, in short
 * @param due whether a file is due on it; also where no calendar says it
 */
public record DayOfFeed(String feed, LocalDate date, List<Batch> batches, boolean due, Optional<Excuse> excuse) {
    public DayOfFeed {
        batches = List.copyOf(batches);
    }
}
