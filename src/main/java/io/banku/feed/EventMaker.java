package io.banku.feed;

import io.banku.account.Event;
import io.banku.account.Money;
import io.banku.feed.expression.Expression;
import io.banku.feed.expression.MappingException;
import io.banku.feed.expression.MappingFault;
import io.banku.feed.expression.Scope;
import io.banku.record.FieldException;
import java.util.List;

/** Makes one or more events from a record. Immutable, shared by threads. */
interface EventMaker {
    /** Of the events that it makes, one each. */
    List<EventType> types();

    /** How many events it makes. */
    int count();

    /** Puts its events into an array, from {@code at} on. */
    void make(Scope scope, Event[] into, int at) throws FieldException, MappingException;

    /** One event of a type. */
    record Single(EventType type, IdOf account, Expression[] data) implements EventMaker {
        @Override
        public List<EventType> types() {
            return List.of(type);
        }

        @Override
        public int count() {
            return 1;
        }

        @Override
        public void make(Scope scope, Event[] into, int at) throws FieldException, MappingException {
            Object[] values = values(data, scope);
            if (type.namesDirection()) {
                requirePositive((Money) values[0], data[0]);
            }
            into[at] = type.of(account.id(scope), values);
        }
    }

    /** Both legs: the debit on {@code from}, the credit on {@code to}; each names the other and the transfer. */
    record Transfer(IdOf from, IdOf to, IdOf reference, Expression[] data) implements EventMaker {
        @Override
        public List<EventType> types() {
            return List.of(EventType.MONEY_SENT, EventType.MONEY_RECEIVED);
        }

        @Override
        public int count() {
            return 2;
        }

        @Override
        public void make(Scope scope, Event[] into, int at) throws FieldException, MappingException {
            Object[] values = values(data, scope);
            requirePositive((Money) values[0], data[0]);
            String debtor = from.id(scope);
            String creditor = to.id(scope);
            String transfer = reference.id(scope);
            into[at] = EventType.MONEY_SENT.of(debtor, leg(values, transfer, creditor));
            into[at + 1] = EventType.MONEY_RECEIVED.of(creditor, leg(values, transfer, debtor));
        }

        private static Object[] leg(Object[] shared, String transfer, String counterparty) {
            return new Object[] {shared[0], shared[1], shared[2], transfer, counterparty};
        }
    }

    private static Object[] values(Expression[] data, Scope scope) throws FieldException, MappingException {
        Object[] values = new Object[data.length];
        for (int i = 0; i < data.length; i++) {
            values[i] = data[i] == null ? null : data[i].value(scope);
        }
        return values;
    }

    private static void requirePositive(Money amount, Expression from) throws MappingException {
        if (amount.minor() <= 0) {
            throw MappingException.found(
                    MappingFault.NOT_POSITIVE,
                    from,
                    "an amount above zero (the event's name says which way it moves; abs, negate or a condition in"
                            + " 'when' can map signs)",
                    amount);
        }
    }
}
