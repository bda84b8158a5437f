package io.banku.night;

import java.time.LocalDate;
import java.util.List;

/**
 * One business date of a set, as it stands. Immutable.
 *
 * @param feeds as they are now
 * @param events that were written of it; none as long as it is open
 */
public record Night(String night, LocalDate date, List<FeedDay> feeds, List<DayEvent> events) {

    public boolean isClosed() {
        return !events.isEmpty();
    }

    /** What it waits for. */
    public List<String> lacking() {
        return Close.lacking(feeds);
    }
}
