package io.banku.feed.definition;

/**
 * What was written at one place cannot be compiled. Thrown to leave the smallest part that can be given up, whose
 * compiler tells it to the {@link Faults} by {@link Text#fault(Misuse)} and goes on with the next part.
 */
public final class Misuse extends RuntimeException {
    private final int offset;

    /** @param offset in characters from the beginning of the {@link Text} */
    public Misuse(int offset, String message) {
        super(message, null, false, false);
        this.offset = offset;
    }

    public int offset() {
        return offset;
    }
}
