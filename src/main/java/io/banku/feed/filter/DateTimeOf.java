package io.banku.feed.filter;

import io.banku.feed.expression.Arguments;
import io.banku.feed.expression.DatePattern;
import io.banku.feed.expression.Expression;
import io.banku.feed.expression.Filter;
import io.banku.feed.expression.ValueType;
import java.util.Set;

/**
 * {@code datetime PATTERN}: text or digits as date and time in the feed's timezone; {@code from 1950}, {@code
 * end-of-day} and {@code none 00000000000000} as of {@link DateForm}.
 */
public final class DateTimeOf implements Filter {
    @Override
    public String name() {
        return "datetime";
    }

    @Override
    public String form() {
        return "datetime" + DateForm.REST_WITH_TIME;
    }

    @Override
    public Set<ValueType> takes() {
        return Set.of(ValueType.TEXT, ValueType.NUMBER);
    }

    @Override
    public Expression of(Expression input, Arguments arguments) {
        return new ZonedText(input, DateForm.of(arguments, DateTimeOf::pattern), arguments.zone());
    }

    private static DatePattern pattern(String text) {
        DatePattern pattern = new DatePattern(text);
        if (!pattern.hasDate() || !pattern.hasTime()) {
            throw new IllegalArgumentException(
                    "expected a date with hours and minutes, found '" + text + "'" + pattern.advice()
                            + "; where the record has no time, add one: TX-DATE '000000' | datetime yyyyMMddHHmmss");
        }
        return pattern;
    }
}
