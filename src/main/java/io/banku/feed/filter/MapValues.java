package io.banku.feed.filter;

import io.banku.feed.definition.Nearest;
import io.banku.feed.expression.Arguments;
import io.banku.feed.expression.Derived;
import io.banku.feed.expression.Expression;
import io.banku.feed.expression.Filter;
import io.banku.feed.expression.MappingException;
import io.banku.feed.expression.MappingFault;
import io.banku.feed.expression.Scope;
import io.banku.feed.expression.ValueType;
import java.util.Map;
import java.util.Set;

/** {@code map A=open B=blocked}: the other text for each listed one, blanks around it aside; any other is a reject. */
public final class MapValues implements Filter {
    @Override
    public String name() {
        return "map";
    }

    @Override
    public String form() {
        return "map A=x B=y";
    }

    @Override
    public Set<ValueType> takes() {
        return Set.of(ValueType.TEXT, ValueType.NUMBER);
    }

    @Override
    public Expression of(Expression input, Arguments arguments) {
        Map<String, String> pairs = arguments.pairs();
        return new Derived(input, ValueType.TEXT) {
            @Override
            protected Object of(String text, Scope scope) throws MappingException {
                String mapped = pairs.get(text.strip());
                if (mapped == null) {
                    throw rejected(MappingFault.NOT_IN_MAP, Nearest.either(pairs.keySet()), text.strip());
                }
                return mapped;
            }
        };
    }
}
