package io.banku.feed.filter;

import io.banku.feed.expression.Arguments;
import io.banku.feed.expression.Blanks;
import io.banku.feed.expression.Derived;
import io.banku.feed.expression.Expression;
import io.banku.feed.expression.Filter;
import io.banku.feed.expression.Scope;
import io.banku.feed.expression.ValueType;
import java.util.Set;

/** {@code squeeze}: text without the blanks around it, and with one blank for all that stand together in it. */
public final class Squeeze implements Filter {
    @Override
    public String name() {
        return "squeeze";
    }

    @Override
    public String form() {
        return "squeeze";
    }

    @Override
    public Set<ValueType> takes() {
        return Set.of(ValueType.TEXT, ValueType.NUMBER);
    }

    @Override
    public Expression of(Expression input, Arguments arguments) {
        return new Derived(input, ValueType.TEXT) {
            @Override
            protected Object of(String text, Scope scope) {
                return Blanks.squeeze(text);
            }
        };
    }
}
