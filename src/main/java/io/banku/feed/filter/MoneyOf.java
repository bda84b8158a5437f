package io.banku.feed.filter;

import io.banku.feed.expression.Arguments;
import io.banku.feed.expression.CurrencyOf;
import io.banku.feed.expression.Expression;
import io.banku.feed.expression.Filter;
import io.banku.feed.expression.NumberExpression;
import io.banku.feed.expression.ValueType;
import java.util.Set;

/** {@code money CCY}: a number as an exact amount; CCY is a field or a literal, {@code 'EUR'}. */
public final class MoneyOf implements Filter {
    @Override
    public String name() {
        return "money";
    }

    @Override
    public String form() {
        return "money CCY";
    }

    @Override
    public Set<ValueType> takes() {
        return Set.of(ValueType.NUMBER, ValueType.TEXT);
    }

    @Override
    public Expression of(Expression input, Arguments arguments) {
        int offset = arguments.offset();
        CurrencyOf currency = CurrencyOf.of(arguments.term(), offset);
        NumberExpression number = input instanceof NumberExpression known ? known : new NumberInText(input);
        return new Amount(number, currency);
    }
}
