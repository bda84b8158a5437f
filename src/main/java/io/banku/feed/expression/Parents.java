package io.banku.feed.expression;

import io.banku.record.FieldReader;
import io.banku.record.Frame;
import java.util.Arrays;

/**
 * The records whose fields are carried on to the records after them: of each rule that carries, the last one. A rule's
 * record ends what the rules after it carried: their order is that of the levels. One per batch being read; one thread.
 */
public final class Parents {
    private static final byte[] NO_BYTES = {};

    private final Frame[] frames;
    private final boolean[] lost;

    Parents(int carriers) {
        frames = new Frame[carriers];
        lost = new boolean[carriers];
        for (int i = 0; i < carriers; i++) {
            frames[i] = new Frame();
            frames[i].bytes = NO_BYTES;
        }
    }

    /** From now on the record is what this rule carries; its bytes are copied. */
    public void carry(int carrier, Frame record) {
        Frame kept = frames[carrier];
        if (kept.bytes.length < record.length) {
            kept.bytes = new byte[record.length];
        }
        System.arraycopy(record.bytes, record.start, kept.bytes, 0, record.length);
        kept.length = record.length;
        kept.number = record.number;
        kept.fileOffset = record.fileOffset;
        lost[carrier] = false;
        endBelow(carrier);
    }

    /** The record would be what this rule carries, but is a reject: whatever needs it must not take an older one. */
    public void lose(int carrier, long record) {
        frames[carrier].number = record;
        lost[carrier] = true;
        endBelow(carrier);
    }

    /** The record may have been one that carries: of what kind it is cannot be known. */
    public void loseAll(long record) {
        for (int i = 0; i < frames.length; i++) {
            frames[i].number = record;
            lost[i] = true;
        }
    }

    private void endBelow(int carrier) {
        for (int i = carrier + 1; i < frames.length; i++) {
            frames[i].number = 0;
        }
    }

    /** The last record of these rules. */
    Frame last(int[] carriers, FieldReader field) throws MappingException {
        int last = Arrays.stream(carriers)
                .reduce((one, other) -> frames[other].number > frames[one].number ? other : one)
                .orElseThrow();
        if (frames[last].number == 0) {
            throw new MappingException(
                    MappingFault.NO_PARENT,
                    null,
                    "expected a record before this one that carries " + field.name() + ", found none");
        }
        if (lost[last]) {
            throw new MappingException(
                    MappingFault.NO_PARENT,
                    null,
                    "expected a good record before this one that carries " + field.name() + ", found record "
                            + frames[last].number + ", which is a reject itself");
        }
        return frames[last];
    }
}
