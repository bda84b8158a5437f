package io.banku.feed.expression;

import io.banku.record.FieldException;
import java.math.BigDecimal;

/** A number, read as {@code long} wherever its digits fit: most records make no {@link BigDecimal}. */
public interface NumberExpression extends Expression {

    @Override
    default ValueType type() {
        return ValueType.NUMBER;
    }

    /** Decimals: 2 where {@link #unscaled} 12345 means 123.45. */
    int scale();

    /** At most 18 digits, so that {@link #unscaled} is exact? */
    boolean fitsLong();

    /** Only where {@link #fitsLong()}. */
    long unscaled(Scope scope) throws FieldException, MappingException;

    BigDecimal decimal(Scope scope) throws FieldException, MappingException;

    @Override
    default Object value(Scope scope) throws FieldException, MappingException {
        return decimal(scope);
    }

    @Override
    default String text(Scope scope) throws FieldException, MappingException {
        return decimal(scope).toPlainString();
    }
}
