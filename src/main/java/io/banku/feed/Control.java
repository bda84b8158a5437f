package io.banku.feed;

import io.banku.feed.ControlRow.State;
import io.banku.feed.Operand.Found;
import java.math.BigDecimal;
import java.util.Optional;

/** An equation that a batch has to fulfil. Immutable. */
record Control(String name, String definition, Operand left, Operand right, Operand.Sort sort) {
    private static final int LONG_DIGITS = 18;

    /** Does it tell the batch's place in its feed's sequence? */
    boolean isSequence() {
        return right instanceof Operands.Previous;
    }

    /** The left side, where it is a whole number of 64 bits. */
    Optional<Long> number(Evidence evidence) {
        return left.in(evidence, sort).value() instanceof BigDecimal number && isWhole(number)
                ? Optional.of(number.longValue())
                : Optional.empty();
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0 && number.precision() - number.scale() <= LONG_DIGITS;
    }

    ControlRow row(Evidence evidence) {
        Found actual = left.in(evidence, sort);
        Found expected = right.in(evidence, sort);
        boolean isFirst = isSequence() && evidence.input().previous().isEmpty();
        return new ControlRow(
                name,
                definition,
                expected.shown(),
                actual.shown(),
                actual.isPrivate() || expected.isPrivate() ? "" : difference(actual.value(), expected.value()),
                state(actual, expected, isFirst));
    }

    private static State state(Found actual, Found expected, boolean isFirst) {
        if (actual.value() == null || expected.value() == null) {
            return isFirst && actual.value() != null ? State.CLOSED : State.BROKEN;
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
