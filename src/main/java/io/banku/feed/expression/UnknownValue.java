package io.banku.feed.expression;

import java.math.BigDecimal;

/**
 * Stands for what has a fault, which is told, so that the faults of what is made of it are told, too. The feed is not going
 * to be used.
 */
enum UnknownValue implements NumberExpression {
    UNKNOWN;

    @Override
    public ValueType type() {
        return ValueType.UNKNOWN;
    }

    @Override
    public int scale() {
        return 0;
    }

    @Override
    public boolean fitsLong() {
        return false;
    }

    @Override
    public long unscaled(Scope scope) {
        throw neverAsked();
    }

    @Override
    public BigDecimal decimal(Scope scope) {
        throw neverAsked();
    }

    private static IllegalStateException neverAsked() {
        return new IllegalStateException("expected a feed without faults, found one with them in use");
    }
}
