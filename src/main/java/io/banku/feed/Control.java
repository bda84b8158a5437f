package io.banku.feed;

import io.banku.feed.ControlRow.State;
import io.banku.feed.Operand.Found;
import java.math.BigDecimal;
import java.util.Optional;

/** An equation that a batch has to fulfil. Immutable. */
record Control(String name, String definition, Operand left, Operand right, Operand.Sort sort) {
    private static final int LONG_DIGITS = 18;

    /** Where the batch stands in its feed's sequence; empty where this control does not say it, or no number is there. */
    Optional<Reconciliation.Turn> turn(Evidence evidence) {
        if (right instanceof Operands.Previous previous
                && left.in(evidence, sort).value() instanceof BigDecimal number
                && isWhole(number)) {
            long found = generation(evidence)
                    .map(known -> known.place(evidence.input().previous().highest()))
                    .orElse(number.longValue());
            return Optional.of(new Reconciliation.Turn(
                    name, found, evidence.input().previous().place(found, previous.step())));
        }
        return Optional.empty();
    }

    /** Of a file that is one, where its number is asked for. */
    private Optional<Generation> generation(Evidence evidence) {
        return left instanceof Operands.FileSequence ? evidence.input().file().generation() : Optional.empty();
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0 && number.precision() - number.scale() <= LONG_DIGITS;
    }

    ControlRow row(Evidence evidence) {
        Found actual = left.in(evidence, sort);
        Optional<Reconciliation.Turn> turn = turn(evidence);
        if (turn.isPresent() && generation(evidence).isPresent()) {
            return row(turn.get(), (Operands.Previous) right, evidence.input().previous());
        }
        Found expected = turn.map(known -> ((Operands.Previous) right)
                        .expected(known.number(), evidence.input().previous()))
                .orElseGet(() -> right.in(evidence, sort));
        return new ControlRow(
                name,
                definition,
                expected.shown(),
                actual.shown(),
                actual.isPrivate() || expected.isPrivate() ? "" : difference(actual.value(), expected.value()),
                turn.map(known -> known.place().isInTurn() ? State.CLOSED : State.BROKEN)
                        .orElseGet(() -> state(actual, expected)));
    }

    private ControlRow row(Reconciliation.Turn turn, Operands.Previous step, Numbering previous) {
        boolean isFirst = previous.highest().isEmpty();
        long expected = isFirst ? turn.number() : previous.expected(turn.number(), step.step());
        return new ControlRow(
                name,
                definition,
                isFirst ? Operands.Previous.FIRST : Generation.told(expected),
                Generation.told(turn.number()),
                isFirst ? "" : Long.toString(turn.number() - expected),
                turn.place().isInTurn() ? State.CLOSED : State.BROKEN);
    }

    private static State state(Found actual, Found expected) {
        if (actual.value() == null || expected.value() == null) {
            return State.BROKEN;
        }
        if (areEqual(actual.value(), expected.value())) {
            return State.CLOSED;
        }
        return actual.isComplete() && expected.isComplete() ? State.BROKEN : State.OPEN;
    }

    private static boolean areEqual(Object actual, Object expected) {
        return actual instanceof BigDecimal number
                ? number.compareTo((BigDecimal) expected) == 0
                : actual.equals(expected);
    }

    private static String difference(Object actual, Object expected) {
        return actual instanceof BigDecimal found && expected instanceof BigDecimal wanted
                ? found.subtract(wanted).toPlainString()
                : "";
    }
}
