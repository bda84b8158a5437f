package io.banku.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of days: {@code 2026-12-24} is a day on which no file is due, {@code +2026-12-27} one on which a file is due
 * beside those of the week. What stands behind {@code #} is for people.
 */
public record DayList(List<LocalDate> closed, List<LocalDate> added) {
    static final DayList NONE = new DayList(List.of(), List.of());

    /** @throws LineException of the first line that is none */
    public static DayList of(String text) {
        List<LocalDate> closed = new ArrayList<>();
        List<LocalDate> added = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String day = line.replaceFirst("#.*", "").strip();
            try {
                if (day.startsWith("+")) {
                    added.add(LocalDate.parse(day.substring(1).strip()));
                } else if (!day.isEmpty()) {
                    closed.add(LocalDate.parse(day));
                }
            } catch (DateTimeException noDay) {
                throw new LineException(number, day, noDay);
            }
        }
        return new DayList(
                closed.stream().sorted().distinct().toList(),
                added.stream().sorted().distinct().toList());
    }

    /** A line that is no day. */
    public static final class LineException extends IllegalArgumentException {
        private final int line;

        private LineException(int line, String found, Exception cause) {
            super("expected a day such as 2026-12-24, or +2026-12-27, found '" + found + "'", cause);
            this.line = line;
        }

        /** From 1. */
        public int line() {
            return line;
        }
    }
}
