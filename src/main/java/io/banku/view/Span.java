package io.banku.view;

/**
 * From one position of a slot to the next one.
 *
 * @param expected where the slot stands
 * @param expectedEpoch the leader epoch of the record before that, null where it is not known
 * @param next where it is to stand
 * @param epoch the leader epoch of the record before that, null where it is not known
 */
public record Span(long expected, Integer expectedEpoch, long next, Integer epoch) {

    /** Of a log that says nothing of epochs. */
    public static Span of(long expected, long next) {
        return new Span(expected, null, next, null);
    }

    /** Its part up to a position: where a record before that is of an earlier epoch, a later one finds less, and nothing wrong. */
    Span until(long position) {
        return new Span(expected, expectedEpoch, position, epoch);
    }

    /** What is left of it behind a position. */
    Span from(long position) {
        return new Span(position, epoch, next, epoch);
    }
}
