package io.banku.feed;

import io.banku.feed.definition.Misuse;
import io.banku.feed.expression.Blanks;
import io.banku.feed.expression.Derived;
import io.banku.feed.expression.Expression;
import io.banku.feed.expression.MappingException;
import io.banku.feed.expression.MappingFault;
import io.banku.feed.expression.Scope;
import io.banku.feed.expression.ValueType;
import io.banku.record.FieldException;
import java.util.Set;

/** Makes the entry of a reference from a record: a key and its value, both without the blanks around them. Immutable, shared by threads. */
final class EntryMaker {
    /** Of each: what an event's texts may have together is far more, and an index of them has to stay small. */
    static final int MOST_CHARACTERS = 1_000;

    private static final Set<ValueType> TAKEN = Set.of(
            ValueType.TEXT, ValueType.NUMBER, ValueType.DATE, ValueType.TIME, ValueType.DATETIME, ValueType.UNKNOWN);

    private final Expression key;
    private final Expression value;

    /** @param key as {@link #part} made it, and so the value */
    EntryMaker(Expression key, Expression value) {
        this.key = key;
        this.value = value;
    }

    /** @throws Misuse when it is nothing that can be written as one text */
    static Expression part(String what, Expression of) {
        if (!TAKEN.contains(of.type())) {
            throw new Misuse(
                    0,
                    "expected text, digits, a date or a time, found "
                            + of.type().told());
        }
        return new Part(what, of);
    }

    Expression key() {
        return key;
    }

    Expression value() {
        return value;
    }

    Entry make(Scope scope) throws FieldException, MappingException {
        return new Entry((String) key.value(scope), (String) value.value(scope));
    }

    /** A key or a value. */
    private static final class Part extends Derived {
        private final String what;
        private final Expression of;

        private Part(String what, Expression of) {
            super(of, ValueType.TEXT);
            this.what = what;
            this.of = of;
        }

        @Override
        public Object value(Scope scope) throws FieldException, MappingException {
            String text = of.text(scope);
            return of(text == null ? "" : text, scope);
        }

        @Override
        protected Object of(String text, Scope scope) throws MappingException {
            String part = Blanks.strip(text);
            if (part.isEmpty()) {
                throw new MappingException(
                        MappingFault.BLANK_ENTRY,
                        field(),
                        "expected a record of a reference that has a key and a value, found its " + what + " blank");
            }
            if (part.length() > MOST_CHARACTERS) {
                throw rejected(
                        MappingFault.LONG_ENTRY,
                        "a " + what + " of at most " + MOST_CHARACTERS + " characters",
                        part.substring(0, 40) + "…' with " + part.length() + " of them, '…");
            }
            return part;
        }
    }
}
