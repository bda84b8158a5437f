package io.banku.feed.filter;

import io.banku.feed.expression.Arguments;
import io.banku.feed.expression.DatePattern;
import java.util.List;
import java.util.function.Function;

/**
 * {@code PATTERN [from YEAR] [end-of-day] [none TEXT …]}: how a date is written, which hundred years two digits mean, whether
 * 24:00 is a time, and what is written where there is none. The window is fixed, as a file must mean the same on every day.
 */
record DateForm(DatePattern pattern, boolean hasEndOfDay, List<String> none) {
    static final String END_OF_DAY = "end-of-day";
    static final String REST = " PATTERN [from YEAR] [none TEXT …]";
    static final String REST_WITH_TIME = " PATTERN [from YEAR] [" + END_OF_DAY + "] [none TEXT …]";

    static DateForm of(Arguments arguments, Function<String, DatePattern> parser) {
        DatePattern pattern = arguments.pattern(parser, "from", END_OF_DAY, "none");
        if (arguments.takes("from")) {
            DatePattern anyCentury = pattern;
            pattern = arguments.parsed(anyCentury::from);
        }
        boolean hasEndOfDay = pattern.hasTime() && arguments.takes(END_OF_DAY);
        return new DateForm(pattern, hasEndOfDay, arguments.takes("none") ? arguments.texts() : List.of());
    }

    boolean isNone(String text) {
        // mostly there is no such text, and then this costs nothing
        return !none.isEmpty() && none.contains(text);
    }

    boolean mayBeAbsent() {
        return !none.isEmpty();
    }
}
