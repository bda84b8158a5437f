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
import io.banku.record.FieldException;
import java.time.DateTimeException;
import java.util.Set;

/** {@code time PATTERN}: text or digits as a time of day. */
public final class TimeOf implements Filter {
    @Override
    public String name() {
        return "time";
    }

    @Override
    public String form() {
        return "time PATTERN";
    }

    @Override
    public Set<ValueType> takes() {
        return Set.of(ValueType.TEXT, ValueType.NUMBER);
    }

    @Override
    public Expression of(Expression input, Arguments arguments) {
        DatePattern pattern = arguments.pattern(TimeOf::pattern);
        return new Derived(input, ValueType.TIME) {
            @Override
            protected Object of(String text, Scope scope) throws FieldException, MappingException {
                try {
                    return pattern.time(text);
                } catch (DateTimeException malformed) {
                    throw rejectedAt(
                            pattern.wrongAt(text), scope, MappingFault.NOT_A_DATE, "a time as " + pattern, text);
                }
            }
        };
    }

    private static DatePattern pattern(String text) {
        DatePattern pattern = new DatePattern(text);
        if (!pattern.hasTime() || pattern.hasDate()) {
            throw new IllegalArgumentException("expected hours and minutes, found '" + text + "'" + pattern.advice());
        }
        return pattern;
    }
}
