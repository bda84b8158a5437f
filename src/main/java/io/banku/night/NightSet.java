package io.banku.night;

import java.time.LocalDate;
import java.util.List;

/**
 * The feeds that have to be in and balanced before a business date is closed. Immutable.
 *
 * @param from the first date that is closed
 */
public record NightSet(String night, LocalDate from, List<String> feeds) {
    public NightSet {
        feeds = List.copyOf(feeds);
    }
}
