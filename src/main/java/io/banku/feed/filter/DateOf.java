package io.banku.feed.filter;

import io.banku.feed.expression.Arguments;
import io.banku.feed.expression.DatePattern;
import io.banku.feed.expression.Derived;
import io.banku.feed.expression.Expression;
import io.banku.feed.expression.Filter;
import io.banku.feed.expression.MappingException;
import io.banku.feed.expression.MappingFault;
import io.banku.feed.expression.Scope;
import io.banku.feed.expression.ValueType;
import java.time.DateTimeException;
import java.util.Set;

/** {@code date PATTERN}: text or digits as a date. */
public final class DateOf implements Filter {
    @Override
    public String name() {
        return "date";
    }

    @Override
    public String form() {
        return "date PATTERN";
    }

    @Override
    public Set<ValueType> takes() {
        return Set.of(ValueType.TEXT, ValueType.NUMBER);
    }

    @Override
    public Expression of(Expression input, Arguments arguments) {
        DatePattern pattern = arguments.parsed(DateOf::pattern);
        return new Derived(input, ValueType.DATE) {
            @Override
            protected Object of(String text, Scope scope) throws MappingException {
                try {
                    return pattern.date(text);
                } catch (DateTimeException malformed) {
                    throw rejected(MappingFault.NOT_A_DATE, "a date as " + pattern, text);
                }
            }
        };
    }

    private static DatePattern pattern(String text) {
        DatePattern pattern = new DatePattern(text);
        if (!pattern.hasDate() || pattern.hasTime()) {
            throw new IllegalArgumentException(
                    "expected year, month and day (or day of the year), found '" + text + "'");
        }
        return pattern;
    }
}
