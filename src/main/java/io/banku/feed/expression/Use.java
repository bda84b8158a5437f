package io.banku.feed.expression;

import io.banku.record.FieldReader;
import java.time.LocalDateTime;
import java.util.List;

/** What a feed takes the content of a field for. Immutable. */
public sealed interface Use {
    FieldReader field();

    /**
     * A date or a time, or a part of one.
     *
     * @param from the field's first character in the pattern
     * @param to behind its last one
     */
    record Dated(FieldReader field, DatePattern pattern, int from, int to) implements Use {
        /** What the field holds at that time. */
        public String text(LocalDateTime at) {
            return pattern.text(at).substring(from, to);
        }
    }

    /** One of these texts. */
    record OneOf(FieldReader field, List<String> texts) implements Use {
        public OneOf {
            texts = List.copyOf(texts);
        }
    }

    /** A currency's code. */
    record Currency(FieldReader field) implements Use {}

    /** Names an account. */
    record Account(FieldReader field) implements Use {}

    /** Names a transfer or a posting. */
    record Reference(FieldReader field) implements Use {}

    /**
     * A text for people.
     *
     * @param property of an event: {@code holder}
     */
    record Words(FieldReader field, String property) implements Use {}

    /**
     * An amount of money.
     *
     * @param currency whose text is the code of its currency; null where that is not known
     */
    record Amount(FieldReader field, Expression currency) implements Use {}
}
