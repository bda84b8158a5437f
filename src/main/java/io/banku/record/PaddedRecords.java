package io.banku.record;

import java.io.IOException;
import java.util.Arrays;

/** Records whose trailing blanks were cut off on the way: short ones are filled up again. One thread. */
final class PaddedRecords extends RecordsBehind {
    private static final int LONGEST_END = 2;

    private final int length;
    private final byte[] filled;
    private final byte blank;

    PaddedRecords(RecordSource source, int length, byte blank) {
        super(source);
        this.length = length;
        this.filled = new byte[length + LONGEST_END];
        this.blank = blank;
    }

    @Override
    public boolean next(Frame into) throws IOException, FramingException {
        if (!source.next(into)) {
            return false;
        }
        if (into.length < length) {
            System.arraycopy(into.bytes, into.start, filled, 0, into.length);
            System.arraycopy(into.bytes, into.start + into.length, filled, length, into.lineEnd);
            Arrays.fill(filled, into.length, length, blank);
            into.bytes = filled;
            into.start = 0;
            into.length = length;
        }
        return true;
    }
}
