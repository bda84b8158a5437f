package io.banku.feed;

import io.banku.account.Event;
import io.banku.account.Money;
import io.banku.feed.expression.Expression;
import io.banku.feed.expression.MappingException;
import io.banku.feed.expression.MappingFault;
import io.banku.feed.expression.Scope;
import io.banku.record.FieldException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes one or more events from a record. Immutable, shared by threads. */
interface EventMaker {
    /** Of all texts of an event together: six bytes each, escaped, are less than the million that Kafka takes. */
    int MOST_CHARACTERS = 100_000;

    /** Of the events that it makes, one each. */
    List<EventType> types();

    /** How many events it makes. */
    int count();

    /**
     * From what the properties of an event are made.
     *
     * @param properties several where one value makes them: {@code amount} and {@code currency}
     */
    record Source(EventType type, List<String> properties, Expression value) {
        private static Source of(EventType type, Property property, Expression value) {
            return new Source(
                    type,
                    property.kind() == Property.Kind.MONEY
                            ? List.of(property.name(), "currency")
                            : List.of(property.name()),
                    value);
        }

        private static Source key(EventType type, IdOf account) {
            return new Source(type, List.of(PrivateProperties.KEY), account);
        }

        private static Stream<Source> all(EventType type, Expression[] data) {
            return IntStream.range(0, data.length)
                    .filter(place -> data[place] != null)
                    .mapToObj(place -> of(type, type.properties().get(place), data[place]));
        }
    }

    /** Of all properties that its events have, and of their keys. */
    List<Source> sources();

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
        public List<Source> sources() {
            return Stream.concat(Stream.of(Source.key(type, account)), Source.all(type, data))
                    .toList();
        }

        @Override
        public void make(Scope scope, Event[] into, int at) throws FieldException, MappingException {
            Object[] values = values(data, scope);
            if (type.namesDirection()) {
                requirePositive((Money) values[0], data[0]);
            }
            requireShort(values, data, 0);
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
        public List<Source> sources() {
            return Stream.concat(leg(EventType.MONEY_SENT, from, to), leg(EventType.MONEY_RECEIVED, to, from))
                    .toList();
        }

        private Stream<Source> leg(EventType type, IdOf own, IdOf other) {
            Stream<Source> ids = Stream.of(
                    Source.key(type, own),
                    new Source(type, List.of("transfer"), reference),
                    new Source(type, List.of("counterparty"), other));
            return Stream.concat(ids, Source.all(type, data));
        }

        @Override
        public void make(Scope scope, Event[] into, int at) throws FieldException, MappingException {
            Object[] values = values(data, scope);
            requirePositive((Money) values[0], data[0]);
            String debtor = from.id(scope);
            String creditor = to.id(scope);
            String transfer = reference.id(scope);
            requireShort(values, data, debtor.length() + creditor.length() + transfer.length());
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

    /** @param others how many characters it has besides its values */
    private static void requireShort(Object[] values, Expression[] data, int others) throws MappingException {
        int all = others;
        for (Object value : values) {
            all += length(value);
        }
        if (all > MOST_CHARACTERS) {
            throw new MappingException(
                    MappingFault.TOO_LARGE,
                    longest(values, data).map(Expression::field).orElse(null),
                    "expected an event whose texts have at most " + MOST_CHARACTERS
                            + " characters together, found one with " + all
                            + "; take a part of them with 'substring', or leave one out");
        }
    }

    private static int length(Object value) {
        return value instanceof String text ? text.length() : 0;
    }

    private static Optional<Expression> longest(Object[] values, Expression[] data) {
        return IntStream.range(0, values.length)
                .boxed()
                .max(Comparator.comparing(place -> length(values[place])))
                .map(place -> data[place]);
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
