package io.banku.feed.filter;

import io.banku.feed.expression.Arguments;
import io.banku.feed.expression.Expression;
import io.banku.feed.expression.Filter;
import io.banku.feed.expression.NumberExpression;
import io.banku.feed.expression.ValueType;
import java.math.BigDecimal;
import java.util.Set;

/** {@code negate}: the number with the other sign. */
public final class Negate implements Filter {
    @Override
    public String name() {
        return "negate";
    }

    @Override
    public String form() {
        return "negate";
    }

    @Override
    public Set<ValueType> takes() {
        return Set.of(ValueType.NUMBER);
    }

    @Override
    public Expression of(Expression input, Arguments arguments) {
        return new Signed((NumberExpression) input, unscaled -> -unscaled, BigDecimal::negate);
    }
}
