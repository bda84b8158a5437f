package io.banku.feed.filter;

import io.banku.feed.expression.Arguments;
import io.banku.feed.expression.Blanks;
import io.banku.feed.expression.Derived;
import io.banku.feed.expression.Expression;
import io.banku.feed.expression.Filter;
import io.banku.feed.expression.MappingException;
import io.banku.feed.expression.Scope;
import io.banku.feed.expression.ValueType;
import io.banku.record.FieldException;
import java.util.Set;

/** {@code default X}: X where the text is blank or left out. */
public final class Default implements Filter {
    @Override
    public String name() {
        return "default";
    }

    @Override
    public String form() {
        return "default X";
    }

    @Override
    public Set<ValueType> takes() {
        return Set.of(ValueType.TEXT);
    }

    @Override
    public Expression of(Expression input, Arguments arguments) {
        String otherwise = arguments.text();
        return new Derived(input, ValueType.TEXT) {
            @Override
            public Object value(Scope scope) throws FieldException, MappingException {
                Object value = super.value(scope);
                return value == null ? otherwise : value;
            }

            @Override
            protected Object of(String text, Scope scope) {
                return Blanks.only(text) ? otherwise : text;
            }

            @Override
            public boolean mayBeAbsent() {
                return false;
            }
        };
    }
}
