package io.banku.feed;

import io.banku.feed.expression.Uses;
import java.util.List;

/**
 * What a feed does with records, compiled. Immutable, shared by threads.
 *
 * @param numbers what is looked at for oddities
 * @param ends where the records of each rule end
 * @param unique what no two records may have in common
 * @param carriers how many rules carry fields on
 * @param uses what the fields are taken for
 */
record Mapping(
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

    /** Of the record that makes the most. */
    int mostEvents() {
        return all().stream().mapToInt(Rule::events).max().orElse(0);
    }
}
