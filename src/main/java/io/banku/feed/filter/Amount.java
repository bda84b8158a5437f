package io.banku.feed.filter;

import io.banku.account.Money;
import io.banku.feed.expression.CurrencyOf;
import io.banku.feed.expression.Expression;
import io.banku.feed.expression.MappingException;
import io.banku.feed.expression.MappingFault;
import io.banku.feed.expression.NumberExpression;
import io.banku.feed.expression.Scope;
import io.banku.feed.expression.ValueType;
import io.banku.record.FieldException;
import io.banku.record.FieldReader;
import java.math.BigDecimal;
import java.util.Currency;

/** A number in a currency. Decimals that the currency does not have must be zero: 12.500 EUR is 12.50, 12.505 a reject. */
record Amount(NumberExpression number, CurrencyOf unit) implements Expression {
    @Override
    public ValueType type() {
        return ValueType.MONEY;
    }

    @Override
    public Object value(Scope scope) throws FieldException, MappingException {
        if (number.fitsLong()) {
            long unscaled = number.unscaled(scope);
            Currency currency = unit.currency(scope);
            return Money.scale(currency) == number.scale()
                    ? new Money(unscaled, currency)
                    : exact(BigDecimal.valueOf(unscaled, number.scale()), currency);
        }
        BigDecimal decimal = number.decimal(scope);
        return decimal == null ? null : exact(decimal, unit.currency(scope));
    }

    private Money exact(BigDecimal decimal, Currency currency) throws MappingException {
        try {
            return Money.of(decimal, currency);
        } catch (ArithmeticException inexact) {
            String told = unit.isPrivate()
                    ? "an amount with at most the decimals of its currency and 18 digits"
                    : "an amount in " + currency.getCurrencyCode() + " with at most " + Money.scale(currency)
                            + " decimals and 18 digits";
            throw MappingException.found(MappingFault.NOT_AN_AMOUNT, this, told, decimal.toPlainString());
        }
    }

    @Override
    public boolean mayBeAbsent() {
        return number.mayBeAbsent();
    }

    @Override
    public boolean isPrivate() {
        return number.isPrivate() || unit.isPrivate();
    }

    @Override
    public FieldReader field() {
        return number.field();
    }
}
