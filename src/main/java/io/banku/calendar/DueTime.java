package io.banku.calendar;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code 02:30}, {@code 02:30 next-day}: the time of day, and of which day, counted from the file's own. */
record DueTime(LocalTime time, Shift shift) {
    private static final Pattern FORM = Pattern.compile("([0-9]{2}:[0-9]{2})(?:\\s+(next-day|next-business-day))?");

    enum Shift {
        SAME_DAY,
        /** The day behind it, whatever day that is. */
        NEXT_DAY,
        /** The next day on which a file is due. */
        NEXT_BUSINESS_DAY
    }

    /** @throws IllegalArgumentException when it is no such text */
    static DueTime of(String text) {
        Matcher form = FORM.matcher(text);
        try {
            if (form.matches()) {
                return new DueTime(LocalTime.parse(form.group(1)), shift(form.group(2)));
            }
        } catch (DateTimeException noTime) {
            throw refused(text, noTime);
        }
        throw refused(text, null);
    }

    private static Shift shift(String word) {
        return word == null ? Shift.SAME_DAY : word.equals("next-day") ? Shift.NEXT_DAY : Shift.NEXT_BUSINESS_DAY;
    }

    private static IllegalArgumentException refused(String text, Exception cause) {
        return new IllegalArgumentException(
                "expected a time of day such as 02:30, '02:30 next-day' or '02:30 next-business-day', found '" + text
                        + "'",
                cause);
    }
}
