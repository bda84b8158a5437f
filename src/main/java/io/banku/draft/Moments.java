package io.banku.draft;

import io.banku.record.FieldException;
import io.banku.record.FieldReader;
import io.banku.record.Frame;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The patterns by which all values of a field are dates or times. */
final class Moments {
    /** As a feed has it, and as Java does. */
    private static final Map<String, String> DATES = new TreeMap<>(
            Map.of("yyyyMMdd", "uuuuMMdd", "yyyy-MM-dd", "uuuu-MM-dd", "yyMMdd", "uuMMdd", "yyyyDDD", "uuuuDDD"));

    private static final Map<String, String> BOTH =
            Map.of("yyyyMMddHHmmss", "uuuuMMddHHmmss", "yyyy-MM-dd-HH.mm.ss.SSSSSS", "uuuu-MM-dd-HH.mm.ss.SSSSSS");

    private Moments() {}

    /** {@code yyyyMMdd}; empty where a value is no date. */
    static Optional<String> date(FieldReader field, Kind kind) {
        return Words.DATE.in(field.name()) || Words.OPENING.in(field.name()) || Words.CLOSING.in(field.name())
                ? pattern(DATES, field, kind)
                : Optional.empty();
    }

    static Optional<String> dateAndTime(FieldReader field, Kind kind) {
        return pattern(BOTH, field, kind);
    }

    static boolean isTime(FieldReader field, Kind kind) {
        return Words.TIME.in(field.name())
                && pattern(Map.of("HHmmss", "HHmmss"), field, kind).isPresent();
    }

    private static Optional<String> pattern(Map<String, String> patterns, FieldReader field, Kind kind) {
        return patterns.entrySet().stream()
                .filter(each -> kind.looked().stream().allMatch(frame -> is(each.getValue(), field, frame)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean is(String pattern, FieldReader field, Frame frame) {
        try {
            DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT)
                    .parse(field.text(frame));
            return true;
        } catch (FieldException | DateTimeException none) {
            return false;
        }
    }
}
