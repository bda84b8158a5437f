package io.banku.feed.filter;

import io.banku.feed.expression.Blanks;
import io.banku.feed.expression.ValueType;
import java.util.Set;

/** {@code trim}: text without the blanks before and behind it. */
public final class Trim extends TextFilter {
    public Trim() {
        super("trim", Set.of(ValueType.TEXT, ValueType.NUMBER));
    }

    @Override
    String of(String text) {
        return Blanks.strip(text);
    }
}
