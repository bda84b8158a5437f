package io.banku.feed.filter;

import io.banku.feed.expression.Arguments;
import io.banku.feed.expression.Derived;
import io.banku.feed.expression.Expression;
import io.banku.feed.expression.Filter;
import io.banku.feed.expression.Scope;
import io.banku.feed.expression.ValueType;
import java.util.Locale;
import java.util.Set;

/** {@code upper}: text in capital letters. */
public final class Upper implements Filter {
    @Override
    public String name() {
        return "upper";
    }

    @Override
    public String form() {
        return "upper";
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
                return text.toUpperCase(Locale.ROOT);
            }
        };
    }
}
