package io.banku.feed.filter;

import io.banku.feed.expression.Blanks;
import io.banku.feed.expression.Expression;
import io.banku.feed.expression.MappingException;
import io.banku.feed.expression.MappingFault;
import io.banku.feed.expression.NumberExpression;
import io.banku.feed.expression.Scope;
import io.banku.record.FieldException;
import io.banku.record.FieldReader;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** A number that stands in a text field as people write it: {@code 125.00}, {@code -7}, blanks around it aside. */
record NumberInText(Expression input) implements NumberExpression {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,31}(\\.[0-9]{1,18})?");

    @Override
    public BigDecimal decimal(Scope scope) throws FieldException, MappingException {
        String text = input.text(scope);
        if (text == null) {
            return null;
        }
        String number = Blanks.strip(text);
        if (!DECIMAL.matcher(number).matches()) {
            throw MappingException.found(MappingFault.NOT_AN_AMOUNT, this, "a decimal number", number);
        }
        return new BigDecimal(number);
    }

    @Override
    public int scale() {
        throw new UnsupportedOperationException("differs from text to text");
    }

    @Override
    public boolean fitsLong() {
        return false;
    }

    @Override
    public long unscaled(Scope scope) {
        throw new UnsupportedOperationException("asked only where fitsLong()");
    }

    @Override
    public boolean mayBeAbsent() {
        return input.mayBeAbsent();
    }

    @Override
    public boolean isPrivate() {
        return input.isPrivate();
    }

    @Override
    public FieldReader field() {
        return input.field();
    }
}
