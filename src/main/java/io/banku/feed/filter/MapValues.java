package io.banku.feed.filter;

import io.banku.feed.definition.Nearest;
import io.banku.feed.expression.Arguments;
import io.banku.feed.expression.Blanks;
import io.banku.feed.expression.Derived;
import io.banku.feed.expression.Expression;
import io.banku.feed.expression.Filter;
import io.banku.feed.expression.MappingException;
import io.banku.feed.expression.MappingFault;
import io.banku.feed.expression.Scope;
import io.banku.feed.expression.ValueType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code map A=open B=blocked}: the other text for each listed one, blanks around it aside; any other is a reject. */
public final class MapValues implements Filter {
    private static final int MOST_TOLD = 12;

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
        String expected = input.isPrivate() ? "a value that the map lists" : told(pairs.keySet());
        return new Derived(input, ValueType.TEXT) {
            @Override
            protected Object of(String text, Scope scope) throws MappingException {
                String mapped = pairs.get(Blanks.strip(text));
                if (mapped == null) {
                    throw rejected(MappingFault.NOT_IN_MAP, expected, Blanks.strip(text));
                }
                return mapped;
            }

            @Override
            public List<String> accepted() {
                return List.copyOf(pairs.keySet());
            }
        };
    }

    /** A long map would bury the value that was found. */
    private static String told(Collection<String> keys) {
        return keys.size() <= MOST_TOLD
                ? Nearest.either(keys)
                : Nearest.either(keys.stream().limit(MOST_TOLD).toList()) + " or one of " + (keys.size() - MOST_TOLD)
                        + " more that the map lists";
    }
}
