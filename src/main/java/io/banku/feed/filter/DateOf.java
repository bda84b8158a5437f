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

/** {@code date PATTERN}: text or digits as a date; {@code from 1950} and {@code none 00000000} as of {@link DateForm}. */
public final class DateOf implements Filter {
    @Override
    public String name() {
        return "date";
    }

    @Override
    public String form() {
        return "date" + DateForm.REST;
    }

    @Override
    public Set<ValueType> takes() {
        return Set.of(ValueType.TEXT, ValueType.NUMBER);
    }

    @Override
    public Expression of(Expression input, Arguments arguments) {
        DateForm form = DateForm.of(arguments, DateOf::pattern);
        return new Derived(input, ValueType.DATE) {
            @Override
            protected Object of(String text, Scope scope) throws FieldException, MappingException {
                if (form.isNone(text)) {
                    return null;
                }
                try {
                    return form.pattern().date(text);
                } catch (DateTimeException malformed) {
                    throw rejectedAt(
                            form.pattern().wrongAt(text),
                            scope,
                            MappingFault.NOT_A_DATE,
                            "a date as " + form.pattern(),
                            text);
                }
            }

            @Override
            public boolean mayBeAbsent() {
                return form.mayBeAbsent() || super.mayBeAbsent();
            }
        };
    }

    private static DatePattern pattern(String text) {
        DatePattern pattern = new DatePattern(text);
        if (!pattern.hasDate() || pattern.hasTime()) {
            throw new IllegalArgumentException(
                    "expected year, month and day (or day of the year), found '" + text + "'" + pattern.advice());
        }
        return pattern;
    }
}
