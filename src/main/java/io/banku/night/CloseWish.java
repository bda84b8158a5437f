package io.banku.night;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Somebody has said that a business date is to be closed although some feeds are not done. Immutable. */
public record CloseWish(String night, LocalDate date, List<String> without, String reason, String by, Instant at) {
    public CloseWish {
        without = List.copyOf(without);
    }

    /** By what the ledger knows it, behind {@code night/}. */
    public String key() {
        return night + "/" + date;
    }
}
