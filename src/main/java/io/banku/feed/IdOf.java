package io.banku.feed;

import io.banku.account.AccountId;
import io.banku.feed.definition.Misuse;
import io.banku.feed.expression.Blanks;
import io.banku.feed.expression.Derived;
import io.banku.feed.expression.Expression;
import io.banku.feed.expression.MappingException;
import io.banku.feed.expression.MappingFault;
import io.banku.feed.expression.NumberExpression;
import io.banku.feed.expression.Scope;
import io.banku.feed.expression.ValueType;
import io.banku.record.FieldException;
import java.util.Optional;
import java.util.function.Predicate;

/** What names an account or a transfer: the digits of a number with their zeros, or text without blanks around it. */
final class IdOf extends Derived {

    /** What it names. */
    enum Named {
        ACCOUNT(AccountId.EXPECTED, AccountId::isOne),
        /** A transfer, a posting, or an account that may be another bank's: nobody asks for it by its name. */
        REFERENCE("a reference: characters that can be seen, blanks only between others", AccountId::isReadable);

        private final String expected;
        private final Predicate<String> rule;

        Named(String expected, Predicate<String> rule) {
            this.expected = expected;
            this.rule = rule;
        }
    }

    private final boolean isNumber;
    private final Named named;

    private IdOf(Expression id, Named named) {
        super(id, ValueType.TEXT);
        this.isNumber = id.type() == ValueType.NUMBER;
        this.named = named;
    }

    /** @throws Misuse when it is neither text nor a whole number, or a literal that names nothing */
    static IdOf of(Expression id, Named named) {
        if (id.type() != ValueType.TEXT && id.type() != ValueType.NUMBER && id.type() != ValueType.UNKNOWN) {
            throw new Misuse(0, "expected digits or text, found " + id.type().told());
        }
        if (id instanceof NumberExpression number && number.scale() != 0) {
            throw new Misuse(0, "expected a whole number, found one with " + number.scale() + " decimals");
        }
        Optional<String> wrong = id.constant().map(Blanks::strip).filter(named.rule.negate());
        if (wrong.isPresent()) {
            throw new Misuse(0, "expected " + named.expected + ", found '" + wrong.get() + "'");
        }
        return new IdOf(id, named);
    }

    String id(Scope scope) throws FieldException, MappingException {
        String id = (String) value(scope);
        if (id == null) {
            throw rejected(MappingFault.NOT_AN_ACCOUNT, named.expected, "");
        }
        return id;
    }

    @Override
    protected Object of(String text, Scope scope) throws MappingException {
        String id = Blanks.strip(text);
        if (isNumber && !id.isEmpty() && id.charAt(0) == '-') {
            throw rejected(MappingFault.NOT_AN_ACCOUNT, "an id: digits without a sign", id);
        }
        if (!named.rule.test(id)) {
            throw rejected(MappingFault.NOT_AN_ACCOUNT, named.expected, id);
        }
        return id;
    }
}
