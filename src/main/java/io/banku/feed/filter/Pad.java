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

/** {@code pad N}: zeros before the text, blanks around it aside, until it has N characters: 4711 becomes 0000004711. */
public final class Pad implements Filter {
    private static final int MOST = 100;

    @Override
    public String name() {
        return "pad";
    }

    @Override
    public String form() {
        return "pad N";
    }

    @Override
    public Set<ValueType> takes() {
        return Set.of(ValueType.TEXT, ValueType.NUMBER);
    }

    @Override
    public Expression of(Expression input, Arguments arguments) {
        int width = arguments.parsed(Pad::width);
        return new Derived(input, ValueType.TEXT) {
            @Override
            protected Object of(String text, Scope scope) throws MappingException {
                String digits = Blanks.strip(text);
                if (digits.length() > width) {
                    throw rejected(MappingFault.TOO_LONG, "at most " + width + " characters", digits);
                }
                return "0".repeat(width - digits.length()) + digits;
            }
        };
    }

    private static int width(String text) {
        int width = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
        if (width < 1 || width > MOST) {
            throw new IllegalArgumentException("expected a number from 1 to " + MOST + ", found '" + text + "'");
        }
        return width;
    }
}
