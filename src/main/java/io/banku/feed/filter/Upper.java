package io.banku.feed.filter;

import io.banku.feed.expression.ValueType;
import java.util.Locale;
import java.util.Set;

/** {@code upper}: text in capital letters. */
public final class Upper extends TextFilter {
    public Upper() {
        super("upper", Set.of(ValueType.TEXT));
    }

    @Override
    String of(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
