package io.banku.feed.filter;

import io.banku.feed.expression.Arguments;
import io.banku.feed.expression.Blanks;
import io.banku.feed.expression.Derived;
import io.banku.feed.expression.Expression;
import io.banku.feed.expression.Filter;
import io.banku.feed.expression.MappingException;
import io.banku.feed.expression.MappingFault;
import io.banku.feed.expression.Scope;
import io.banku.feed.expression.ValueType;
import java.util.Set;

/** {@code lookup card-accounts}: the value that the key, without blanks around it, has in another feed's file; without one it is a reject. */
public final class Lookup implements Filter {
    @Override
    public String name() {
        return "lookup";
    }

    @Override
    public String form() {
        return "lookup FEED";
    }

    @Override
    public Set<ValueType> takes() {
        return Set.of(ValueType.TEXT, ValueType.NUMBER);
    }

    @Override
    public Expression of(Expression input, Arguments arguments) {
        String reference = arguments.reference();
        return new Derived(input, ValueType.TEXT) {
            @Override
            protected Object of(String text, Scope scope) throws MappingException {
                String key = Blanks.strip(text);
                long record = scope.record().number;
                String value = scope.lookups().find(reference, key, record);
                if (value == null) {
                    String version = scope.lookups().version(reference, record);
                    throw rejected(MappingFault.UNKNOWN_KEY, "a key of " + reference + ", " + version, key);
                }
                return value;
            }
        };
    }
}
