package io.banku.feed.filter;

import io.banku.feed.expression.Blanks;
import io.banku.feed.expression.ValueType;
import java.util.Set;

/** {@code squeeze}: text without the blanks around it, and with one blank for all that stand together in it. */
public final class Squeeze extends TextFilter {
    public Squeeze() {
        super("squeeze", Set.of(ValueType.TEXT, ValueType.NUMBER));
    }

    @Override
    String of(String text) {
        return Blanks.squeeze(text);
    }
}
