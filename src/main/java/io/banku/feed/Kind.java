package io.banku.feed;

import java.util.List;
import java.util.function.Predicate;

/** What the records of a feed become. */
enum Kind {
    /** Facts about accounts. */
    EVENTS(List.of("role", "event", "events", "transfer")),
    /** Keys and their values, which other feeds look up. */
    REFERENCE(List.of("role", "value"));

    private final List<String> purposes;

    Kind(List<String> purposes) {
        this.purposes = purposes;
    }

    /** A rule has exactly one of them. */
    List<String> purposes() {
        return purposes;
    }

    /** What may have been meant, where a rule has a key of the other kind. */
    String advice(Predicate<String> has) {
        if (this == EVENTS && has.test("value")) {
            return "; 'value' stands in a feed with 'role: reference'";
        }
        boolean makesEvents =
                this == REFERENCE && EVENTS.purposes.stream().skip(1).anyMatch(has);
        return makesEvents ? "; a feed with 'role: reference' makes no events" : "";
    }

    /** @throws IllegalArgumentException when it is no role that a feed can have */
    static Kind of(String text) {
        if (!text.equals("reference")) {
            throw new IllegalArgumentException("expected reference, found '" + text + "'");
        }
        return REFERENCE;
    }
}
