package io.banku.feed.expression;

import io.banku.feed.definition.Misuse;
import io.banku.record.FieldException;
import java.util.Currency;

/** A currency by its code of ISO 4217, blanks around it aside. */
public final class CurrencyOf extends Derived {
    private final Currency always;

    private CurrencyOf(Expression code, Currency always) {
        super(code, ValueType.CURRENCY);
        this.always = always;
    }

    /**
     * @param offset where the code stands in its text
     * @throws Misuse when the input is no text, or a literal that is no currency
     */
    public static CurrencyOf of(Expression code, int offset) {
        if (code.type() != ValueType.TEXT && code.type() != ValueType.UNKNOWN) {
            throw new Misuse(
                    offset,
                    "expected a text field or a literal such as 'EUR' for the currency, found "
                            + code.type().told());
        }
        try {
            return new CurrencyOf(
                    code, code.constant().map(Currency::getInstance).orElse(null));
        } catch (IllegalArgumentException unknown) {
            throw new Misuse(
                    offset,
                    "expected a currency code of ISO 4217, found '"
                            + code.constant().orElseThrow() + "'");
        }
    }

    /** Null only where it {@link #mayBeAbsent}. */
    public Currency currency(Scope scope) throws FieldException, MappingException {
        return always != null ? always : (Currency) super.value(scope);
    }

    @Override
    public Object value(Scope scope) throws FieldException, MappingException {
        return currency(scope);
    }

    @Override
    protected Object of(String text, Scope scope) throws MappingException {
        String code = Blanks.strip(text);
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            throw rejected(MappingFault.NOT_A_CURRENCY, "a currency code of ISO 4217, such as EUR", code);
        }
    }
}
