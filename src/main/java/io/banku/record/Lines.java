package io.banku.record;

import java.io.IOException;

/** Text lines, each as long as it is. The last line needs no end. */
final class Lines extends WindowedRecords {
    static final int LONGEST = 64 * 1024;

    private static final byte END_OF_FILE = 0x1A;

    private final LineEnd lineEnd;
    private final int longest;
    private long records;

    Lines(Window window, LineEnd lineEnd, int longest) {
        super(window);
        this.lineEnd = lineEnd;
        this.longest = longest;
    }

    @Override
    public boolean next(Frame into) throws IOException, FramingException {
        int length = 0;
        while (window.has(length + 1)) {
            byte b = window.bytes[window.at + length];
            if (lineEnd.isLast(b)) {
                int payload = lineEnd.payload(window.bytes, window.at, length);
                if (payload >= 0) {
                    take(length, payload, into);
                    into.lineEnd = length + 1 - payload;
                    window.at++;
                    return true;
                }
            }
            if (length >= longest) {
                throw window.fault(
                        DataFault.ENDLESS_LINE,
                        "expected a line of at most " + longest + " bytes after " + records
                                + " lines, found no end of line in it. Is the file really text lines in this encoding?");
            }
            length++;
        }
        if (length == 0 || window.isAtEnd()) {
            return false;
        }
        boolean isMarked = window.ignoresTrailing() && window.bytes[window.at + length - 1] == END_OF_FILE;
        take(length, isMarked ? length - 1 : length, into);
        into.lineEnd = 0;
        return true;
    }

    private void take(int lineLength, int payload, Frame into) {
        window.take(lineLength, into);
        into.length = payload;
        into.number = ++records;
    }
}
