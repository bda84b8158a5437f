package io.banku.feed;

import io.banku.feed.expression.Scope;
import io.banku.record.Frame;
import io.banku.record.Oddities;
import java.util.ArrayList;
import java.util.List;

/** What is counted while a batch is checked: records by rule, totals, header and trailer. One thread. */
final class Tally {
    private final Controls controls;
    private final List<Rule> rules;
    private final Structure structure;
    private final Total[] totals;
    private final long[] recordsOf;
    private final Numbers numbers;
    private final RecordEnds ends;
    private final Oddities oddities = new Oddities();
    private boolean isMarked;
    private long records;
    private long unknown;

    Tally(List<Rule> rules, Controls controls, Numbers numbers, RecordEnds ends) {
        this.rules = rules;
        this.controls = controls;
        this.numbers = numbers;
        this.ends = ends;
        this.structure = new Structure(rules);
        this.totals = controls.sums().stream().map(Total::new).toArray(Total[]::new);
        this.recordsOf = new long[rules.size()];
    }

    /** @param rule that the record matched, or null when its type is unknown */
    void count(Frame record, Rule rule) {
        records++;
        structure.see(record, rule == null ? Role.EVENTS : rule.role());
        if (rule == null) {
            unknown++;
            for (Total total : totals) {
                total.missed();
            }
            return;
        }
        recordsOf[rule.number()]++;
        for (int sum : controls.sumsOf(rule)) {
            totals[sum].add(record, rule);
        }
    }

    /** @param rule that the record matched; the record is no reject */
    void look(Frame record, Rule rule) {
        numbers.look(record, rule, oddities);
        ends.look(record, rule, oddities);
    }

    /** What was odd in the records that are no rejects. */
    List<Oddities.Count> oddities() {
        List<Oddities.Count> found = new ArrayList<>(oddities.counts());
        if (isMarked) {
            found.add(0, Oddities.Count.OF_MARK);
        }
        return found;
    }

    Total total(int sum) {
        return totals[sum];
    }

    long recordsOf(Rule rule) {
        return recordsOf[rule.number()];
    }

    long records() {
        return records;
    }

    /** Records of no known type. */
    long unknown() {
        return unknown;
    }

    /** Neither header nor trailer; rejects are among them. */
    long bodyRecords() {
        return records
                - rules.stream()
                        .filter(rule -> rule.role().isFrame())
                        .mapToLong(this::recordsOf)
                        .sum();
    }

    /** Null when there was none. */
    Frame trailer() {
        return structure.trailer();
    }

    /** @param marked whether a byte order mark stood before the first record */
    Reconciliation reconcile(Scope scope, BatchInput input, boolean emptyAllowed, boolean marked) {
        isMarked = marked;
        if (records == 0 && emptyAllowed) {
            return Reconciliation.NOTHING;
        }
        return controls.reconcile(new Evidence(this, scope.header(), input), structure.faults());
    }
}
