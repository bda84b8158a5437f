package io.banku.feed;

import io.banku.feed.expression.Uses;
import io.banku.record.FieldException;
import io.banku.record.Frame;
import java.util.List;
import java.util.Optional;

/**
 * What a feed does with records, compiled. Immutable, shared by threads.
 *
 * @param kind what its records become
 * @param numbers what is looked at for oddities
 * @param ends where the records of each rule end
 * @param unique what no two records may have in common
 * @param carriers how many rules carry fields on
 * @param uses what the fields are taken for
 */
record Mapping(
        Kind kind,
        Rule[] rules,
        Controls controls,
        Numbers numbers,
        RecordEnds ends,
        Rejection rejection,
        Unique unique,
        int carriers,
        Uses uses) {

    List<Rule> all() {
        return List.of(rules);
    }

    /** The first rule that a record fulfils; empty where it fulfils none that can be read before. */
    Optional<Rule> rule(Frame frame) {
        try {
            for (Rule rule : rules) {
                if (rule.when().test(frame)) {
                    return Optional.of(rule);
                }
            }
            return Optional.empty();
        } catch (FieldException illegal) {
            return Optional.empty();
        }
    }

    /** Of the record that makes the most. */
    int mostEvents() {
        return all().stream().mapToInt(Rule::events).max().orElse(0);
    }
}
