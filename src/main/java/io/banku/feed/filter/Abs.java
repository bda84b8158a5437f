package io.banku.feed.filter;

import io.banku.feed.expression.Arguments;
import io.banku.feed.expression.Expression;
import io.banku.feed.expression.Filter;
import io.banku.feed.expression.NumberExpression;
import io.banku.feed.expression.ValueType;
import java.math.BigDecimal;
import java.util.Set;

/** {@code abs}: the number without its sign. */
public final class Abs implements Filter {
    @Override
    public String name() {
        return "abs";
    }

    @Override
    public String form() {
        return "abs";
    }

    @Override
    public Set<ValueType> takes() {
        return Set.of(ValueType.NUMBER);
    }

    @Override
    public Expression of(Expression input, Arguments arguments) {
        return new Signed((NumberExpression) input, Math::abs, BigDecimal::abs);
    }
}
