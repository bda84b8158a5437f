package io.banku.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/**
 * The closing days of T2 (once TARGET2), the euro's settlement system, beside Saturdays and Sundays: New Year, Good Friday,
 * Easter Monday, 1 May, 25 and 26 December. They are the same every year since 2002.
 */
final class Target2 {
    private static final Set<MonthDay> FIXED =
            Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(12, 25), MonthDay.of(12, 26));

    private Target2() {}

    static boolean isClosed(LocalDate day) {
        if (FIXED.contains(MonthDay.from(day))) {
            return true;
        }
        LocalDate easter = easterSunday(day.getYear());
        return day.equals(easter.minusDays(2)) || day.equals(easter.plusDays(1));
    }

    /** By the rule of the Gregorian calendar, in the form of Meeus, Jones and Butcher. */
    static LocalDate easterSunday(int year) {
        int golden = year % 19;
        int century = year / 100;
        int rest = year % 100;
        int lunar = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + century - century / 4 - lunar + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
        int correction = (golden + 11 * epact + 22 * weekday) / 451;
        int count = epact + weekday - 7 * correction + 114;
        return LocalDate.of(year, count / 31, count % 31 + 1);
    }
}
