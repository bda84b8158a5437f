package io.banku.record;

import java.util.Arrays;

/**
 * The segments of a spanned record, joined: first (1), any number in the middle (3), last (2). The buffer grows with what
 * there is, not with what a word says, and is used again. One thread.
 */
final class Segments {
    private static final int COMPLETE = 0;
    private static final int FIRST = 1;
    private static final int LAST = 2;

    private final int longest;
    private byte[] joined = new byte[0];
    private int length;
    private long fileOffset;
    private boolean isOpen;

    Segments(int longest) {
        this.longest = longest;
    }

    /** Is there a record whose last segment is still to come? */
    boolean isOpen() {
        return isOpen;
    }

    /** Takes a segment from the window; the last one makes it the frame. */
    void add(int kind, int count, Window window, Frame into) throws FramingException {
        if (isOpen == (kind == FIRST || kind == COMPLETE)) {
            throw window.fault(
                    DataFault.BAD_SEGMENT,
                    isOpen
                            ? "expected the next segment of a spanned record, found the beginning of another record"
                            : "expected the first segment of a spanned record, found a later one");
        }
        if (kind == FIRST) {
            length = 0;
            fileOffset = window.fileOffset();
        }
        if (length > longest - count) {
            throw window.fault(
                    DataFault.BEYOND_LIMIT,
                    "expected spanned records of at most " + longest
                            + " bytes ('longest'), found one of more, from byte " + fileOffset + " on");
        }
        if (length + count > joined.length) {
            joined = Arrays.copyOf(joined, Math.max(length + count, 2 * joined.length));
        }
        System.arraycopy(window.bytes, window.at, joined, length, count);
        window.at += count;
        length += count;
        isOpen = kind != LAST;
        into.bytes = joined;
        into.start = 0;
        into.length = length;
        into.fileOffset = fileOffset;
    }
}
