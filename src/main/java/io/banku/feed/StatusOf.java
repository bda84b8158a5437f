package io.banku.feed;

import io.banku.account.AccountStatus;
import io.banku.feed.expression.Blanks;
import io.banku.feed.expression.Derived;
import io.banku.feed.expression.Expression;
import io.banku.feed.expression.MappingException;
import io.banku.feed.expression.MappingFault;
import io.banku.feed.expression.Scope;
import io.banku.feed.expression.ValueType;

/** A status of an account by its word. */
final class StatusOf extends Derived {
    StatusOf(Expression word) {
        super(word, ValueType.STATUS);
    }

    @Override
    protected Object of(String text, Scope scope) throws MappingException {
        return switch (Blanks.strip(text)) {
            case "open" -> AccountStatus.OPEN;
            case "blocked" -> AccountStatus.BLOCKED;
            case "closed" -> AccountStatus.CLOSED;
            default -> throw rejected(MappingFault.NOT_A_STATUS, "open, blocked or closed", Blanks.strip(text));
        };
    }
}
