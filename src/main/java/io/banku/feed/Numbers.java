package io.banku.feed;

import io.banku.record.FieldReader;
import io.banku.record.Frame;
import io.banku.record.Oddities;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The numbers that a feed reads from the records of each rule: those of its expressions, of its sums, and what it carries.
 * Immutable, shared by threads.
 */
final class Numbers {
    private final FieldReader[][] ofRules;

    private Numbers(FieldReader[][] ofRules) {
        this.ofRules = ofRules;
    }

    /** @param read what is read from a rule's records; other than numbers too */
    static Numbers of(List<Rule> rules, Function<Rule, List<FieldReader>> read) {
        return new Numbers(
                rules.stream().map(rule -> once(read.apply(rule).stream())).toArray(FieldReader[][]::new));
    }

    private static FieldReader[] once(Stream<FieldReader> fields) {
        Map<String, FieldReader> byPlace = new LinkedHashMap<>();
        fields.filter(FieldReader::isNumeric)
                .forEach(field -> byPlace.putIfAbsent(field.name() + "@" + field.offset(), field));
        return byPlace.values().toArray(FieldReader[]::new);
    }

    /** Counts what is odd in a record that is no reject. */
    void look(Frame record, Rule rule, Oddities oddities) {
        for (FieldReader field : ofRules[rule.number()]) {
            oddities.look(field, record);
        }
    }
}
