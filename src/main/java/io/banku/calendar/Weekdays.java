package io.banku.calendar;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** {@code mon-fri}, {@code mon, wed, sat-sun}, {@code daily}, {@code listed}: days of the week. */
final class Weekdays {
    private static final String EXPECTED =
            "expected days such as mon-fri, 'mon, wed, fri', daily, or listed (those of the calendar's lines with +)";

    private Weekdays() {}

    /** @throws IllegalArgumentException when it is no such text */
    static Set<DayOfWeek> of(String text) {
        if (text.strip().equals("daily")) {
            return EnumSet.allOf(DayOfWeek.class);
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        if (text.strip().equals("listed")) {
            return days;
        }
        for (String part : text.split(",", -1)) {
            String[] ends = part.strip().split("-", -1);
            if (ends.length > 2) {
                throw refused(text);
            }
            DayOfWeek last = day(ends[ends.length - 1], text);
            DayOfWeek day = day(ends[0], text);
            days.add(day);
            while (day != last) { // also over the end of the week, as sat-mon
                day = day.plus(1);
                days.add(day);
            }
        }
        return days;
    }

    private static DayOfWeek day(String word, String text) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().substring(0, 3).toLowerCase(Locale.ROOT).equals(word.strip())) {
                return day;
            }
        }
        throw refused(text);
    }

    private static IllegalArgumentException refused(String text) {
        return new IllegalArgumentException(EXPECTED + ", found '" + text + "'");
    }
}
