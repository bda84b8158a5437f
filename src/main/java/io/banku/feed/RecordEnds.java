package io.banku.feed;

import io.banku.copybook.DataItem;
import io.banku.feed.expression.Fields;
import io.banku.record.FieldException;
import io.banku.record.FieldReader;
import io.banku.record.Frame;
import io.banku.record.Oddities;
import io.banku.record.RecordEnd;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Where the records of each rule end: by the descriptions that the rule reads its values from. Immutable, shared by threads.
 */
final class RecordEnds {
    private final RecordEnd[] ofRules;

    private RecordEnds(RecordEnd[] ofRules) {
        this.ofRules = ofRules;
    }

    /**
     * @param read what is read from a rule's records
     * @param asked what the conditions look at, by the rule's name: a field that several rules ask for tells of no type
     */
    static RecordEnds of(
            List<Rule> rules,
            Fields fields,
            Function<Rule, List<FieldReader>> read,
            Function<String, List<FieldReader>> asked) {
        List<RecordEnd> ends = new ArrayList<>();
        for (Rule rule : rules) {
            List<DataItem> named = new ArrayList<>(
                    read.apply(rule).stream().map(FieldReader::item).toList());
            asked.apply(rule.name()).stream()
                    .map(FieldReader::item)
                    .filter(item ->
                            rules.stream().noneMatch(other -> other != rule && asks(asked.apply(other.name()), item)))
                    .forEach(named::add);
            ends.add(fields.end(named));
        }
        return new RecordEnds(ends.toArray(RecordEnd[]::new));
    }

    private static boolean asks(List<FieldReader> fields, DataItem item) {
        return fields.stream().anyMatch(field -> field.item() == item);
    }

    /** @throws FieldException when the record goes on behind its end, and the feed does not allow that */
    void check(Frame record, Rule rule) throws FieldException {
        ofRules[rule.number()].check(record);
    }

    /** Counts a record that is longer and no reject. */
    void look(Frame record, Rule rule, Oddities oddities) {
        ofRules[rule.number()].look(record, oddities);
    }
}
