package io.banku.feed.filter;

import io.banku.feed.expression.Arguments;
import io.banku.feed.expression.Derived;
import io.banku.feed.expression.Expression;
import io.banku.feed.expression.Filter;
import io.banku.feed.expression.MappingException;
import io.banku.feed.expression.MappingFault;
import io.banku.feed.expression.Scope;
import io.banku.feed.expression.ValueType;
import java.util.Set;

/**
 * {@code substring FROM LENGTH}: as many characters, from this one on; the first one is 1, as in COBOL. Without a length: all
 * from there on. A text that does not have them is a reject, as a part of them may mean something else.
 */
public final class Substring implements Filter {
    private static final int MOST = 32_767;
    private static final int TO_THE_END = -1;

    @Override
    public String name() {
        return "substring";
    }

    @Override
    public String form() {
        return "substring FROM [LENGTH]";
    }

    @Override
    public Set<ValueType> takes() {
        return Set.of(ValueType.TEXT, ValueType.NUMBER);
    }

    @Override
    public Expression of(Expression input, Arguments arguments) {
        int from = arguments.parsed(Substring::number);
        int length = arguments.hasMore() ? arguments.parsed(Substring::number) : TO_THE_END;
        int needed = length == TO_THE_END ? from - 1 : from - 1 + length;
        return new Derived(input, ValueType.TEXT) {
            @Override
            protected Object of(String text, Scope scope) throws MappingException {
                int characters = text.codePointCount(0, text.length());
                if (characters < needed) {
                    throw rejected(MappingFault.TOO_SHORT, "at least " + needed + " characters", text);
                }
                int start = text.offsetByCodePoints(0, from - 1);
                return length == TO_THE_END
                        ? text.substring(start)
                        : text.substring(start, text.offsetByCodePoints(start, length));
            }
        };
    }

    private static int number(String text) {
        int number = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > MOST) {
            throw new IllegalArgumentException("expected a number from 1 to " + MOST + ", found '" + text + "'");
        }
        return number;
    }
}
