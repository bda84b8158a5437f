package io.banku.log;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;

/** RFC 3339 with seconds and offset, {@code 2026-11-21T23:15:02+01:00}: the usual form fast, every other by the JDK. */
final class Timestamps {
    private static final int LENGTH = "2026-11-21T23:15:02+01:00".length();
    static final int DAY_LENGTH = "2026-11-21".length();

    /** Offsets of less than that many hours are at hand. */
    private static final int HOURS = 18;

    private static final ZoneOffset[] WHOLE_HOURS = new ZoneOffset[2 * HOURS];

    static {
        Arrays.setAll(WHOLE_HOURS, place -> ZoneOffset.ofHours(place - HOURS));
    }

    private Timestamps() {}

    static String format(OffsetDateTime time) {
        int seconds = time.getOffset().getTotalSeconds();
        if (time.getNano() != 0 || seconds % 60 != 0 || time.getYear() < 0 || time.getYear() > 9999) {
            return time.toString();
        }
        byte[] text = new byte[LENGTH];
        two(text, 0, time.getYear() / 100);
        two(text, 2, time.getYear() % 100);
        text[4] = '-';
        two(text, 5, time.getMonthValue());
        text[7] = '-';
        two(text, 8, time.getDayOfMonth());
        text[10] = 'T';
        two(text, 11, time.getHour());
        text[13] = ':';
        two(text, 14, time.getMinute());
        text[16] = ':';
        two(text, 17, time.getSecond());
        text[19] = (byte) (seconds < 0 ? '-' : '+');
        two(text, 20, Math.abs(seconds) / 3600);
        text[22] = ':';
        two(text, 23, Math.abs(seconds) / 60 % 60);
        return new String(text, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    /** @throws DateTimeException when the text is no such time */
    static OffsetDateTime parse(String text) {
        if (!isUsual(text)) {
            return OffsetDateTime.parse(text);
        }
        int sign = text.charAt(19) == '-' ? -1 : 1;
        return OffsetDateTime.of(
                two(text, 0) * 100 + two(text, 2),
                two(text, 5),
                two(text, 8),
                two(text, 11),
                two(text, 14),
                two(text, 17),
                0,
                offset(sign, two(text, 20), two(text, 23)));
    }

    private static ZoneOffset offset(int sign, int hours, int minutes) {
        return hours < HOURS && minutes == 0
                ? WHOLE_HOURS[HOURS + sign * hours]
                : ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
    }

    /** Whether the usual form stands there, with a time and an offset that there are; the day is not looked at. */
    static boolean isUsual(byte[] text, int from, int to) {
        return to - from == LENGTH
                && text[from + 10] == 'T'
                && isBelow(24, text, from + 11)
                && text[from + 13] == ':'
                && isBelow(60, text, from + 14)
                && text[from + 16] == ':'
                && isBelow(60, text, from + 17)
                && (text[from + 19] == '+' || text[from + 19] == '-')
                && isBelow(HOURS, text, from + 20)
                && text[from + 22] == ':'
                && isBelow(60, text, from + 23);
    }

    private static boolean isBelow(int limit, byte[] text, int at) {
        int tens = text[at] - '0';
        int ones = text[at + 1] - '0';
        return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 && tens * 10 + ones < limit;
    }

    private static boolean isUsual(String text) {
        return text.length() == LENGTH
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && (text.charAt(19) == '+' || text.charAt(19) == '-')
                && text.charAt(22) == ':';
    }

    private static void two(byte[] text, int at, int number) {
        text[at] = (byte) ('0' + number / 10);
        text[at + 1] = (byte) ('0' + number % 10);
    }

    private static int two(String text, int at) {
        int tens = text.charAt(at) - '0';
        int ones = text.charAt(at + 1) - '0';
        if (tens < 0 || tens > 9 || ones < 0 || ones > 9) {
            throw new DateTimeException("expected a time like 2026-11-21T23:15:02+01:00, found '" + text + "'");
        }
        return tens * 10 + ones;
    }
}
