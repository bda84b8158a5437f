package io.banku.view;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Times and days ⇄ the numbers that stand for them in a hash, where a number takes ten bytes at most. What no such number
 * can say is the ISO text: a time after 2262, a day before the year 1000 or after 9999.
 */
final class StoredTime {
    private static final long NANOS = 1_000_000_000;

    private StoredTime() {}

    /** {@code 1763718300123456789}: nanoseconds since 1970. */
    static String text(Instant time) {
        try {
            return Long.toString(Math.addExact(Math.multiplyExact(time.getEpochSecond(), NANOS), time.getNano()));
        } catch (ArithmeticException tooFar) {
            return time.toString();
        }
    }

    /** @throws IllegalArgumentException or {@link DateTimeException} when it is not what {@link #text(Instant)} writes */
    static Instant time(String text) {
        if (text.indexOf('T') >= 0) {
            return Instant.parse(text);
        }
        long nanos = Long.parseLong(text);
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
    }

    /** {@code 20261121} */
    static String text(LocalDate day) {
        return day.getYear() < 1000 || day.getYear() > 9999
                ? day.toString()
                : Integer.toString((day.getYear() * 100 + day.getMonthValue()) * 100 + day.getDayOfMonth());
    }

    /** @throws IllegalArgumentException or {@link DateTimeException} when it is not what {@link #text(LocalDate)} writes */
    static LocalDate day(String text) {
        if (text.length() != 8) {
            return LocalDate.parse(text);
        }
        int day = Integer.parseInt(text);
        return LocalDate.of(day / 10_000, day / 100 % 100, day % 100);
    }
}
