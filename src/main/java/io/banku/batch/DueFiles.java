package io.banku.batch;

import io.banku.calendar.DueDates;
import io.banku.calendar.DueTerms;
import io.banku.feed.FilePattern;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which files of a feed are due and not here: computed from its calendars, what came, what was excused, and the time. Nothing
 * of it is kept. A file whose name says no day is that of the oldest day that is open and waits for one.
 */
final class DueFiles {
    private static final Duration AHEAD = Duration.ofHours(24);
    /** A file is the next day's rather than a second one of this day from then on, before the next is due. */
    private static final Duration OPEN = Duration.ofHours(12);
    /** An excuse may be said so long before. */
    private static final int FORESEEN_DAYS = 400;

    private final Calendars calendars;
    private final Came came;
    private final Map<LocalDate, Excuse> excuses;
    private final Map<Integer, DueDates> compiled = new HashMap<>();

    DueFiles(Calendars calendars, Came came, Map<LocalDate, Excuse> excuses) {
        this.calendars = calendars;
        this.came = came;
        this.excuses = excuses;
        for (int i = 0; i < calendars.periods().size(); i++) {
            DueTerms terms = calendars.periods().get(i).terms();
            if (terms != null) {
                compiled.put(i, DueDates.of(terms));
            }
        }
    }

    /** A day whose file is to be here, by one of the calendars. */
    private record Day(LocalDate date, DueDates dates, DueTerms terms) {
        Instant due() {
            return dates.due(date);
        }

        Instant late() {
            return dates.late(date);
        }

        /** From when on a file without a day may be this day's. */
        Instant opens() {
            Duration half = dates.previous(date)
                    .map(before -> Duration.between(dates.due(before), due()).dividedBy(2))
                    .orElse(OPEN);
            return due().minus(half.compareTo(OPEN) < 0 ? half : OPEN);
        }
    }

    /** Those that are missing at a time, or will be due within a day; the excused among them. The first day comes first. */
    List<DueFile> missing(Instant now) {
        List<Day> days = days(now.plus(AHEAD));
        Set<LocalDate> taken = taken(days);
        return days.stream()
                .filter(day -> !taken.contains(day.date()))
                .map(day -> told(day, now))
                .toList();
    }

    /** What there is to say of a day, however far ahead; empty where no file is due on it, or it is here. */
    Optional<DueFile> missing(LocalDate date, Instant now) {
        List<Day> days = days(now.plus(Duration.ofDays(FORESEEN_DAYS)));
        Set<LocalDate> taken = taken(days);
        return days.stream()
                .filter(day -> day.date().equals(date) && !taken.contains(date))
                .map(day -> told(day, now))
                .findFirst();
    }

    /** By the calendar that counts for a day, or by the first one; where none says anything, a file may come on any day. */
    boolean isDue(LocalDate date) {
        int counts = 0;
        for (int i = 1; i < calendars.periods().size(); i++) {
            if (!calendars.periods().get(i).from().isAfter(date)) {
                counts = i;
            }
        }
        return !compiled.containsKey(counts) || compiled.get(counts).isDue(date);
    }

    /** Whose file is due up to then, and not here under its name. */
    private List<Day> days(Instant until) {
        List<Day> days = new ArrayList<>();
        for (int i = 0; i < calendars.periods().size(); i++) {
            DueDates dates = compiled.get(i);
            if (dates != null) {
                days(calendars.periods().get(i), calendars.end(i), dates, until, days);
            }
        }
        return days;
    }

    private void days(Calendars.Period period, LocalDate end, DueDates dates, Instant until, List<Day> days) {
        LocalDate last = dates.today(until).plusDays(1);
        LocalDate behind = end == null || end.isAfter(last) ? last : end;
        for (LocalDate date = period.from(); date.isBefore(behind); date = date.plusDays(1)) {
            if (!came.isHere(date) && dates.isDue(date) && !dates.due(date).isAfter(until)) {
                days.add(new Day(date, dates, period.terms()));
            }
        }
    }

    /** The days that have got a file whose name says none. */
    private Set<LocalDate> taken(List<Day> days) {
        Set<LocalDate> taken = new HashSet<>();
        Deque<Day> waiting = new ArrayDeque<>(
                days.stream().filter(day -> !excuses.containsKey(day.date())).toList());
        for (Instant arrival : came.undated()) {
            if (!waiting.isEmpty() && !waiting.peek().opens().isAfter(arrival)) {
                taken.add(waiting.poll().date());
            }
        }
        return taken;
    }

    private DueFile told(Day day, Instant now) {
        Excuse excuse = excuses.get(day.date());
        DueFile.State state = excuse != null
                ? DueFile.State.EXCUSED
                : now.isBefore(day.late()) ? DueFile.State.EXPECTED : DueFile.State.LATE;
        String file = FilePattern.of(day.terms().files()).told(day.date());
        return new DueFile(calendars.feed(), day.date(), file, state, day.due(), day.late(), excuse);
    }
}
