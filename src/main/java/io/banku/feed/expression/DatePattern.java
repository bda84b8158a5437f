package io.banku.feed.expression;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date or time of fixed width: {@code yyyyMMdd}, {@code yyDDD}, {@code dd.MM.yyyy HH:mm}. Two digits of a year mean
 * {@value #WINDOW_START} to 2069, or another hundred years; {@code C} before them is the century: 0 for 19, 1 for 20, and so
 * on, as in {@code CyyMMdd}. Strict: 31 February is refused. Own code because it runs for every record: no formatter, no
 * copy of the text. Immutable.
 */
public final class DatePattern {
    private static final int WINDOW_START = 1970;
    private static final int CENTURY_ZERO = 1900;
    private static final Pattern FRACTION = Pattern.compile("S+");
    private static final int MOST_FRACTION = 9;
    private static final int NOWHERE = -1;
    private static final int[] NANOS = {
        1_000_000_000, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1
    };

    private final String pattern;
    private final int windowStart;
    private final Span century;
    private final Span year;
    private final Span month;
    private final Span day;
    private final Span dayOfYear;
    private final Span hour;
    private final Span minute;
    private final Span second;
    private final Span fraction;

    /** Where a number stands; width 0: nowhere. */
    private record Span(int at, int width) {
        boolean isThere() {
            return width > 0;
        }

        int in(CharSequence text, int otherwise) {
            int value = width == 0 ? otherwise : 0;
            for (int i = at; i < at + width; i++) {
                int digit = text.charAt(i) - '0';
                if (digit < 0 || digit > 9) {
                    throw new DateTimeException("not a digit");
                }
                value = value * 10 + digit;
            }
            return value;
        }
    }

    /** @throws IllegalArgumentException when a letter of the pattern is unknown or given twice */
    public DatePattern(String pattern) {
        this(pattern, WINDOW_START);
    }

    /**
     * @param windowStart the first of the hundred years that two digits of a year may mean
     * @throws IllegalArgumentException as of the other one
     */
    private DatePattern(String pattern, int windowStart) {
        this.pattern = pattern;
        this.windowStart = windowStart;
        String rest = pattern;
        Span fourDigits = span(pattern, "yyyy");
        year = fourDigits.isThere() ? fourDigits : span(pattern, "yy");
        century = fourDigits.isThere() || !year.isThere() ? new Span(0, 0) : span(pattern, "C");
        month = span(pattern, "MM");
        day = span(pattern, "dd");
        dayOfYear = span(pattern, "DDD");
        hour = span(pattern, "HH");
        minute = span(pattern, "mm");
        second = span(pattern, "ss");
        fraction = fraction(pattern);
        for (Span known : new Span[] {century, year, month, day, dayOfYear, hour, minute, second, fraction}) {
            rest = rest.substring(0, known.at) + ".".repeat(known.width) + rest.substring(known.at + known.width);
        }
        String unknown = rest.replaceAll("[^A-Za-z]", "").replace("T", "");
        if (!unknown.isEmpty() || !(hasDate() || hasTime())) {
            throw new IllegalArgumentException(
                    "expected a pattern of yyyy, yy or Cyy (C is the century), MM, dd or DDD (day of the year), HH, mm, ss, S to SSSSSSSSS (its fraction), each once, found '"
                            + pattern + "'" + MeantPattern.of(pattern));
        }
    }

    private static Span span(String pattern, String letters) {
        int at = pattern.indexOf(letters);
        return at < 0 ? new Span(0, 0) : new Span(at, letters.length());
    }

    private static Span fraction(String pattern) {
        Matcher first = FRACTION.matcher(pattern);
        return first.find() && first.end() - first.start() <= MOST_FRACTION
                ? new Span(first.start(), first.end() - first.start())
                : new Span(0, 0);
    }

    /**
     * The same, where two digits of a year mean this year or one of the 99 behind it.
     *
     * @throws IllegalArgumentException when it is no year, or the pattern has not just two digits of one
     */
    public DatePattern from(String firstYear) {
        if (year.width != 2 || century.isThere()) {
            throw new IllegalArgumentException("expected a pattern with yy for a window, found '" + pattern + "'");
        }
        if (!firstYear.matches("[0-9]{4}")) {
            throw new IllegalArgumentException(
                    "expected the first of the hundred years that yy means, such as 1950, found '" + firstYear + "'");
        }
        return new DatePattern(pattern, Integer.parseInt(firstYear));
    }

    /** Goes on behind a message that what was written lacks something: what may have been meant, or nothing. */
    public String advice() {
        return MeantPattern.of(pattern);
    }

    public boolean hasDate() {
        return year.isThere() && (dayOfYear.isThere() || month.isThere() && day.isThere());
    }

    public boolean hasTime() {
        return hour.isThere() && minute.isThere();
    }

    public int width() {
        return pattern.length();
    }

    /** @throws DateTimeException when the text is no date of this pattern */
    public LocalDate date(CharSequence text) {
        check(text);
        int written = year.in(text, 0);
        int full = year.width == 4 ? written : century.isThere() ? centuries(text) + written : windowed(written);
        return dayOfYear.isThere()
                ? LocalDate.ofYearDay(full, dayOfYear.in(text, 0))
                : LocalDate.of(full, month.in(text, 0), day.in(text, 0));
    }

    private int centuries(CharSequence text) {
        return CENTURY_ZERO + 100 * century.in(text, 0);
    }

    private int windowed(int lastDigits) {
        return windowStart + (lastDigits + 100 - windowStart % 100) % 100;
    }

    /** @throws DateTimeException when the text is no time of this pattern */
    public LocalTime time(CharSequence text) {
        check(text);
        return LocalTime.of(hour.in(text, 0), minute.in(text, 0), second.in(text, 0), nanos(text));
    }

    /**
     * Is it 24:00, the end of its day? No {@link #time} then.
     *
     * @throws DateTimeException when the text is not of this pattern
     */
    public boolean isEndOfDay(CharSequence text) {
        check(text);
        return hour.in(text, 0) == 24 && minute.in(text, 0) == 0 && second.in(text, 0) == 0 && nanos(text) == 0;
    }

    private int nanos(CharSequence text) {
        return fraction.in(text, 0) * NANOS[fraction.width];
    }

    /** Width and all that is not a number must be as in the pattern. */
    private void check(CharSequence text) {
        if (text.length() != pattern.length()) {
            throw new DateTimeException("expected " + pattern.length() + " characters");
        }
        for (int i = 0; i < text.length(); i++) {
            char expected = pattern.charAt(i);
            boolean isNumber = expected != 'T' && Character.isLetter(expected);
            if (!isNumber && text.charAt(i) != expected) {
                throw new DateTimeException("expected " + expected);
            }
        }
    }

    /**
     * Where a text that is none of this pattern is wrong: a character that cannot stand there, or the first one of the number
     * that is too small or too large; negative where no single place is.
     */
    public int wrongAt(CharSequence text) {
        if (text.length() != pattern.length()) {
            return NOWHERE;
        }
        for (int i = 0; i < text.length(); i++) {
            char expected = pattern.charAt(i);
            boolean isNumber = expected != 'T' && Character.isLetter(expected);
            boolean isDigit = text.charAt(i) >= '0' && text.charAt(i) <= '9';
            if (isNumber ? !isDigit : text.charAt(i) != expected) {
                return i;
            }
        }
        if (hasDate() && !isDate(text)) {
            return dayOfYear.isThere() ? dayOfYear.at : isFrom(1, month, 12, text) ? day.at : month.at;
        }
        return !isFrom(0, hour, 23, text)
                ? hour.at
                : !isFrom(0, minute, 59, text) ? minute.at : isFrom(0, second, 59, text) ? NOWHERE : second.at;
    }

    private boolean isDate(CharSequence text) {
        try {
            date(text);
            return true;
        } catch (DateTimeException none) {
            return false;
        }
    }

    private static boolean isFrom(int least, Span span, int most, CharSequence text) {
        int value = span.in(text, least);
        return value >= least && value <= most;
    }

    /** As this pattern writes it; of a year with two digits the last two. */
    public String text(LocalDateTime at) {
        StringBuilder text = new StringBuilder(pattern);
        put(century, (at.getYear() - CENTURY_ZERO) / 100, text);
        put(year, year.width == 2 ? at.getYear() % 100 : at.getYear(), text);
        put(month, at.getMonthValue(), text);
        put(day, at.getDayOfMonth(), text);
        put(dayOfYear, at.getDayOfYear(), text);
        put(hour, at.getHour(), text);
        put(minute, at.getMinute(), text);
        put(second, at.getSecond(), text);
        put(fraction, at.getNano() / NANOS[fraction.width], text);
        return text.toString();
    }

    private static void put(Span span, int value, StringBuilder into) {
        if (span.isThere()) {
            into.replace(span.at, span.at + span.width, String.format("%0" + span.width + "d", value));
        }
    }

    @Override
    public String toString() {
        return pattern;
    }
}
