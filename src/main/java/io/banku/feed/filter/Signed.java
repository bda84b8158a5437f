package io.banku.feed.filter;

import io.banku.feed.expression.MappingException;
import io.banku.feed.expression.NumberExpression;
import io.banku.feed.expression.Scope;
import io.banku.record.FieldException;
import io.banku.record.FieldReader;
import java.math.BigDecimal;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;

/** A number with another sign; 18 digits or less cannot overflow by it. */
record Signed(NumberExpression number, LongUnaryOperator shortOnes, UnaryOperator<BigDecimal> longOnes)
        implements NumberExpression {
    @Override
    public int scale() {
        return number.scale();
    }

    @Override
    public boolean fitsLong() {
        return number.fitsLong();
    }

    @Override
    public long unscaled(Scope scope) throws FieldException, MappingException {
        return shortOnes.applyAsLong(number.unscaled(scope));
    }

    @Override
    public BigDecimal decimal(Scope scope) throws FieldException, MappingException {
        BigDecimal decimal = number.decimal(scope);
        return decimal == null ? null : longOnes.apply(decimal);
    }

    @Override
    public boolean mayBeAbsent() {
        return number.mayBeAbsent();
    }

    @Override
    public boolean isPrivate() {
        return number.isPrivate();
    }

    @Override
    public FieldReader field() {
        return number.field();
    }
}
