package io.banku.feed;

import io.banku.feed.definition.Misuse;
import io.banku.feed.expression.Derived;
import io.banku.feed.expression.Expression;
import io.banku.feed.expression.MappingException;
import io.banku.feed.expression.MappingFault;
import io.banku.feed.expression.NumberExpression;
import io.banku.feed.expression.Scope;
import io.banku.feed.expression.ValueType;
import io.banku.record.FieldException;

/** What names an account or a transfer: the digits of a number with their zeros, or text without blanks around it. */
final class AccountId extends Derived {
    private final boolean isNumber;

    private AccountId(Expression id) {
        super(id, ValueType.TEXT);
        this.isNumber = id.type() == ValueType.NUMBER;
    }

    /** @throws Misuse when it is neither text nor a whole number */
    static AccountId of(Expression id) {
        if (id.type() != ValueType.TEXT && id.type() != ValueType.NUMBER) {
            throw new Misuse(0, "expected digits or text, found " + id.type().told());
        }
        if (id instanceof NumberExpression number && number.scale() != 0) {
            throw new Misuse(0, "expected a whole number, found one with " + number.scale() + " decimals");
        }
        return new AccountId(id);
    }

    String id(Scope scope) throws FieldException, MappingException {
        String id = (String) value(scope);
        if (id == null) {
            throw rejected(MappingFault.NOT_AN_ACCOUNT, "an id", "");
        }
        return id;
    }

    @Override
    protected Object of(String text, Scope scope) throws MappingException {
        String id = text.strip();
        if (id.isEmpty() || isNumber && id.charAt(0) == '-') {
            throw rejected(MappingFault.NOT_AN_ACCOUNT, "an id: text that is not blank, or digits", id);
        }
        return id;
    }
}
