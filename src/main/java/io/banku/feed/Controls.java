package io.banku.feed;

import io.banku.feed.expression.MappingException;
import io.banku.record.FieldException;
import io.banku.record.FieldReader;
import io.banku.record.Frame;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** The controls of a feed, and which sums they need of which rule. Immutable. */
final class Controls {
    private final List<Control> controls;
    private final List<Sum> sums;
    private final int[][] sumsOf;

    Controls(List<Control> controls, List<Sum> sums, List<Rule> rules) {
        this.controls = List.copyOf(controls);
        this.sums = List.copyOf(sums);
        this.sumsOf = rules.stream().map(this::numbers).toArray(int[][]::new);
    }

    private int[] numbers(Rule rule) {
        return IntStream.range(0, sums.size())
                .filter(number -> sums.get(number).isOf(rule))
                .toArray();
    }

    List<Control> all() {
        return controls;
    }

    List<Sum> sums() {
        return sums;
    }

    /** Numbers of the sums that a rule's records belong to. */
    int[] sumsOf(Rule rule) {
        return sumsOf[rule.number()];
    }

    /** What its sums add up in the records of a rule. */
    List<FieldReader> fieldsOf(Rule rule) {
        return Arrays.stream(sumsOf[rule.number()])
                .mapToObj(sums::get)
                .flatMap(sum -> Arrays.stream(sum.summand().fields()))
                .toList();
    }

    /** A record that publishes and yet is missing in a sum would make the controls worthless: it is a reject. */
    void require(Frame record, Rule rule) throws FieldException, MappingException {
        for (int number : sumsOf[rule.number()]) {
            sums.get(number).check(record, rule);
        }
    }

    List<Feed.Outline> outlines() {
        return controls.stream()
                .map(control -> new Feed.Outline(control.name(), control.definition()))
                .toList();
    }

    Reconciliation reconcile(Evidence evidence, List<StructuralFault> faults) {
        return new Reconciliation(
                controls.stream().map(control -> control.row(evidence)).toList(),
                faults,
                evidence.tally().oddities(),
                turn(evidence));
    }

    private Optional<Reconciliation.Turn> turn(Evidence evidence) {
        return controls.stream()
                .flatMap(control -> control.turn(evidence).stream())
                .findFirst();
    }

    /** How far one number of the sequence is from the next; empty where no control asks for it. */
    OptionalLong step() {
        return controls.stream()
                .filter(control -> control.right() instanceof Operands.Previous)
                .mapToLong(control -> ((Operands.Previous) control.right()).step())
                .findFirst();
    }
}
