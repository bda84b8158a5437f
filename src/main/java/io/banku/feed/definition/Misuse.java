package io.banku.feed.definition;

/**
 * What was written at one place cannot be compiled. Thrown to leave the smallest part that can be given up, whose
 * compiler tells it to the {@link Faults} by {@link Text#fault(Misuse)} and goes on with the next part.
 */
public final class Misuse extends RuntimeException {
    private final int offset;
    private final boolean isTold;

    /** @param offset in characters from the beginning of the {@link Text} */
    public Misuse(int offset, String message) {
        this(offset, message, false);
    }

    private Misuse(int offset, String message, boolean isTold) {
        super(message, null, false, false);
        this.offset = offset;
        this.isTold = isTold;
    }

    /** It cannot be compiled because of another fault, elsewhere, that is told: about this one there is nothing to say. */
    public static Misuse follows(String other) {
        return new Misuse(0, other, true);
    }

    public boolean isTold() {
        return isTold;
    }

    public int offset() {
        return offset;
    }
}
