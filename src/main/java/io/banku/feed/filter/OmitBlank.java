package io.banku.feed.filter;

import io.banku.feed.expression.Arguments;
import io.banku.feed.expression.Blanks;
import io.banku.feed.expression.Derived;
import io.banku.feed.expression.Expression;
import io.banku.feed.expression.Filter;
import io.banku.feed.expression.Scope;
import io.banku.feed.expression.ValueType;
import java.util.Set;

/** {@code omit-blank}: blank text leaves the property out; filters behind it are not asked. */
public final class OmitBlank implements Filter {
    @Override
    public String name() {
        return "omit-blank";
    }

    @Override
    public String form() {
        return "omit-blank";
    }

    @Override
    public Set<ValueType> takes() {
        return Set.of(ValueType.TEXT);
    }

    @Override
    public Expression of(Expression input, Arguments arguments) {
        return new Derived(input, ValueType.TEXT) {
            @Override
            protected Object of(String text, Scope scope) {
                return Blanks.only(text) ? null : text;
            }

            @Override
            public boolean mayBeAbsent() {
                return true;
            }
        };
    }
}
