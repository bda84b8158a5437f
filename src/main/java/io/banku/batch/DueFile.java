package io.banku.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/**
 * A file that is due by its feed's calendar, and is not here.
 *
 * @param file its name, as far as it is known before it comes
 * @param due by when it was to be here
 * @param late from when on it is late
 * @param excuse null where nobody has excused it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DueFile(String feed, LocalDate date, String file, State state, Instant due, Instant late, Excuse excuse) {

    /** How far it is. */
    public enum State {
        /** It will be due within a day, or is due and not late yet. */
        EXPECTED,
        LATE,
        /** It is not waited for any more. */
        EXCUSED;

        /** How it is written in answers: {@code late}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
