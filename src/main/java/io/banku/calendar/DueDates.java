package io.banku.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * On which days a file is due, and when that is: {@link DueTerms}, compiled. A day is the file's own, by its name; the time
 * may be of a later one. A local time that the clocks skip is as much later as they skip; of one that comes twice the first
 * is meant. Immutable, shared by threads.
 */
public final class DueDates {
    /** A calendar of listed days may end. */
    private static final int FAR = 400;

    private final DueTime time;
    private final Set<DayOfWeek> days;
    private final boolean target2;
    private final Set<LocalDate> closed;
    private final Set<LocalDate> added;
    private final Duration grace;
    private final ZoneId zone;

    /** @throws IllegalArgumentException when the terms are none */
    private DueDates(DueTerms terms) {
        time = DueTime.of(terms.due());
        days = Weekdays.of(terms.days());
        target2 = DueTerms.TARGET2.equals(terms.calendar());
        closed = Set.copyOf(terms.closed());
        added = Set.copyOf(terms.added());
        grace = Grace.of(terms.grace());
        zone = ZoneId.of(terms.zone());
    }

    public static DueDates of(DueTerms terms) {
        return new DueDates(terms);
    }

    /** What can be said of a part alone, by the key of the definition behind which it stands. */
    public static Consumer<String> check(String key) {
        return switch (key) {
            case "due" -> DueTime::of;
            case "days" -> Weekdays::of;
            case "grace" -> Grace::of;
            default -> throw new IllegalArgumentException("expected due, days or grace, found " + key);
        };
    }

    /** Is there to be a file of this day? */
    public boolean isDue(LocalDate day) {
        return added.contains(day)
                || days.contains(day.getDayOfWeek()) && !closed.contains(day) && !(target2 && Target2.isClosed(day));
    }

    /** When the file of this day is due. */
    public Instant due(LocalDate day) {
        LocalDate on = switch (time.shift()) {
            case SAME_DAY -> day;
            case NEXT_DAY -> day.plusDays(1);
            case NEXT_BUSINESS_DAY -> next(day).orElse(day.plusDays(1));
        };
        return on.atTime(time.time()).atZone(zone).toInstant();
    }

    /** From when on it is late. */
    public Instant late(LocalDate day) {
        return due(day).plus(grace);
    }

    /** The first day behind this one on which a file is due; none where the calendar has ended. */
    public Optional<LocalDate> next(LocalDate day) {
        return day.plusDays(1).datesUntil(day.plusDays(FAR)).filter(this::isDue).findFirst();
    }

    /** The last one before it. */
    public Optional<LocalDate> previous(LocalDate day) {
        return Stream.iterate(day.minusDays(1), earlier -> earlier.minusDays(1))
                .limit(FAR)
                .filter(this::isDue)
                .findFirst();
    }

    /** Which day it is there. */
    public LocalDate today(Instant now) {
        return now.atZone(zone).toLocalDate();
    }

    /** The first day whose file is not due yet. */
    public LocalDate firstAfter(Instant now) {
        LocalDate day = today(now).minusDays(FAR / 40);
        while (!due(day).isAfter(now)) {
            day = day.plusDays(1);
        }
        return day;
    }
}
