package io.banku.feed;

import java.util.List;
import java.util.Map;

/** What a test of a feed wants a record to become. Immutable. */
public sealed interface Expectation {
    /** These events, in this order, and no other ones. */
    record Events(List<Expected> all) implements Expectation {
        public Events {
            all = List.copyOf(all);
        }
    }

    /**
     * One event.
     *
     * @param key null where any will do
     * @param data properties as the event's JSON has them; others may be there, too
     * @param without properties that are not there
     */
    record Expected(String type, String key, Map<String, String> data, List<String> without) {
        public Expected {
            data = Map.copyOf(data);
            without = List.copyOf(without);
        }
    }

    /**
     * A reject.
     *
     * @param field null where any will do
     */
    record Rejected(String code, String field) implements Expectation {}

    /** Header, trailer, or a rule with {@code role: skip}. */
    record Skipped() implements Expectation {}
}
