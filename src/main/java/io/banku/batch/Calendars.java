package io.banku.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.banku.calendar.DueDates;
import io.banku.calendar.DueTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When the files of a feed are due, as the ledger knows it: each calendar from a day on, so that another one says nothing
 * of the days before it. Immutable.
 */
public record Calendars(String feed, List<Period> periods) {

    /** @param terms null where none are due from then on */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Period(LocalDate from, DueTerms terms) {}

    public Calendars {
        periods = periods == null ? List.of() : List.copyOf(periods);
    }

    static Calendars none(String feed) {
        return new Calendars(feed, List.of());
    }

    /**
     * With what the feed's definition says now; empty where that is what is known. The first calendar counts from the first
     * file that is not due yet, a changed one from today, and one that was taken out to the end of today.
     */
    Optional<Calendars> with(Optional<DueTerms> terms, Instant now) {
        Optional<DueTerms> last = last();
        if (last.equals(terms)) {
            return Optional.empty();
        }
        LocalDate from = from(terms, last, now);
        Stream<Period> before = periods.stream().filter(period -> period.from().isBefore(from));
        return Optional.of(new Calendars(
                feed,
                Stream.concat(before, Stream.of(new Period(from, terms.orElse(null))))
                        .toList()));
    }

    private LocalDate from(Optional<DueTerms> terms, Optional<DueTerms> last, Instant now) {
        DueDates dates = DueDates.of(terms.or(() -> last).orElseThrow());
        if (terms.isEmpty()) {
            return dates.today(now).plusDays(1);
        }
        if (last.isEmpty()) {
            return dates.firstAfter(now);
        }
        LocalDate begun = periods.get(periods.size() - 1).from(); // tomorrow, perhaps
        return begun.isAfter(dates.today(now)) ? begun : dates.today(now);
    }

    private Optional<DueTerms> last() {
        return periods.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(periods.get(periods.size() - 1).terms());
    }

    /** {@code files are due at 02:30, mon-fri, from 2026-11-28 on}. */
    String told() {
        Period last = periods.get(periods.size() - 1);
        return last.terms() == null
                ? "no files are due from " + last.from() + " on"
                : "files are due at " + last.terms().told() + ", from that of " + last.from() + " on";
    }

    /** The first day that it says nothing of any more; null where it is the last one. */
    LocalDate end(int period) {
        return period + 1 == periods.size() ? null : periods.get(period + 1).from();
    }
}
