package io.banku.feed.filter;

import io.banku.feed.expression.Arguments;
import io.banku.feed.expression.Derived;
import io.banku.feed.expression.Expression;
import io.banku.feed.expression.Filter;
import io.banku.feed.expression.Scope;
import io.banku.feed.expression.ValueType;
import java.util.Set;

/** A filter without arguments that makes another text of each text, whatever the record. */
abstract class TextFilter implements Filter {
    private final String name;
    private final Set<ValueType> takes;

    TextFilter(String name, Set<ValueType> takes) {
        this.name = name;
        this.takes = takes;
    }

    abstract String of(String text);

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String form() {
        return name;
    }

    @Override
    public final Set<ValueType> takes() {
        return takes;
    }

    @Override
    public final Expression of(Expression input, Arguments arguments) {
        return new Derived(input, ValueType.TEXT) {
            @Override
            protected Object of(String text, Scope scope) {
                return TextFilter.this.of(text);
            }
        };
    }
}
