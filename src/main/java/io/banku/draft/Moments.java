package io.banku.draft;

import io.banku.feed.expression.DatePattern;
import io.banku.record.FieldException;
import io.banku.record.FieldReader;
import io.banku.record.Frame;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The patterns by which all values of a field are dates or times. */
final class Moments {
    private static final List<String> DATES = List.of(
            "yyyyMMdd",
            "yyyy-MM-dd",
            "yyyy/MM/dd",
            "yyMMdd",
            "yyyyDDD",
            "yyDDD",
            "CyyMMdd",
            "CyyDDD",
            "dd.MM.yyyy",
            "ddMMyyyy",
            "ddMMyy");
    private static final List<String> BOTH = List.of("yyyyMMddHHmmss", "yyyy-MM-dd-HH.mm.ss.SSSSSS");
    private static final int FIRST_YEAR = 1880;
    private static final int LAST_YEAR = 2199;
    private static final String FAR_FUTURE = "9999";

    private Moments() {}

    /**
     * How a field is read as a date.
     *
     * @param none zeros, where some records have no date; empty where all have one
     */
    record Date(FieldReader field, String pattern, String none) {
        /** {@code AM-OPENED | date yyyyMMdd}. */
        String told(String scope) {
            return scope + field.name() + " | date " + pattern + (none.isEmpty() ? "" : " none " + none);
        }
    }

    static boolean isCalledDate(FieldReader field) {
        return Words.DATE.in(field.name()) || Words.OPENING.in(field.name()) || Words.CLOSING.in(field.name());
    }

    /** By the first pattern that reads all values; empty where a value is no date. */
    static Optional<Date> date(FieldReader field, Kind kind) {
        return isCalledDate(field)
                ? DATES.stream()
                        .filter(pattern -> readsAll(pattern, field, kind))
                        .map(pattern -> new Date(field, pattern, none(field, kind)))
                        .findFirst()
                : Optional.empty();
    }

    static Optional<String> dateAndTime(FieldReader field, Kind kind) {
        return BOTH.stream().filter(each -> is(each, field, kind)).findFirst();
    }

    static boolean isTime(FieldReader field, Kind kind) {
        return Words.TIME.in(field.name()) && is("HHmmss", field, kind);
    }

    /** The first record whose value is neither zeros nor of a pattern that reads most; 0 where there is no such one. */
    static long firstUnread(FieldReader field, Kind kind) {
        return kind.looked().stream()
                .filter(frame -> DATES.stream().noneMatch(pattern -> isDate(pattern, text(field, frame)))
                        && !isZero(text(field, frame)))
                .mapToLong(frame -> frame.number)
                .findFirst()
                .orElse(0);
    }

    private static boolean readsAll(String pattern, FieldReader field, Kind kind) {
        return kind.looked().stream().anyMatch(frame -> isDate(pattern, text(field, frame)))
                && kind.looked().stream()
                        .allMatch(frame -> isZero(text(field, frame)) || isDate(pattern, text(field, frame)));
    }

    private static String none(FieldReader field, Kind kind) {
        return kind.looked().stream()
                .map(frame -> text(field, frame))
                .filter(Moments::isZero)
                .findFirst()
                .orElse("");
    }

    private static boolean isZero(String text) {
        return text.matches("0+");
    }

    private static boolean isDate(String pattern, String text) {
        try {
            LocalDate date = new DatePattern(pattern).date(text);
            return date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR || text.startsWith(FAR_FUTURE);
        } catch (DateTimeException none) {
            return false;
        }
    }

    private static boolean is(String pattern, FieldReader field, Kind kind) {
        DatePattern read = new DatePattern(pattern);
        return kind.looked().stream().allMatch(frame -> {
            try {
                read.time(text(field, frame));
                return !read.hasDate() || read.date(text(field, frame)) != null;
            } catch (DateTimeException none) {
                return false;
            }
        });
    }

    /** Empty where it has none. */
    private static String text(FieldReader field, Frame frame) {
        try {
            return field.text(frame);
        } catch (FieldException illegal) {
            return "";
        }
    }
}
