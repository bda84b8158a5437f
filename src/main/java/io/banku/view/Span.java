package io.banku.view;

import java.util.Objects;

/**
 * From one position of a slot to the next one.
 *
 * @param expected where the slot stands
 * @param expectedEpoch the leader epoch of the record before that, null where it is not known
 * @param next where it is to stand
 * @param epoch the leader epoch of the record before that, null where it is not known
 * @param ahead how far accounts stand ahead of a record that the log is known to have still, or null
 */
public record Span(long expected, Integer expectedEpoch, long next, Integer epoch, SlotState.Ahead ahead) {

    /** Over which no account is known to stand ahead. */
    public Span(long expected, Integer expectedEpoch, long next, Integer epoch) {
        this(expected, expectedEpoch, next, epoch, null);
    }

    /** The same, where the log is known to have still what accounts stand ahead of. */
    public Span knowing(SlotState.Ahead known) {
        return new Span(expected, expectedEpoch, next, epoch, known);
    }

    /** Of a log that says nothing of epochs. */
    public static Span of(long expected, long next) {
        return new Span(expected, null, next, null);
    }

    /** Its part up to a position: where a record before that is of an earlier epoch, a later one finds less, and nothing wrong. */
    Span until(long position) {
        return new Span(expected, expectedEpoch, position, epoch, ahead);
    }

    /** Whether it begins where the other one ends, behind the same record. */
    boolean follows(Span before) {
        return before.next == expected && Objects.equals(before.epoch, expectedEpoch);
    }

    /** What is left of it behind a position. */
    Span from(long position) {
        return new Span(position, epoch, next, epoch, ahead);
    }
}
