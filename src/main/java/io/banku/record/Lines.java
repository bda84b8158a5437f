package io.banku.record;

import java.io.IOException;
import java.io.InputStream;

/**
 * Text lines. In ASCII, LF ends a line; in EBCDIC, NEL (X'15') or LF (X'25'); a CR before it belongs to it. The last line
 * needs no end.
 */
final class Lines implements RecordSource {
    static final int LONGEST = 64 * 1024;

    private static final byte CARRIAGE_RETURN = 0x0D;

    private final Window window;
    private final byte end;
    private final byte otherEnd;
    private long records;

    Lines(InputStream stream, CodePage codePage) {
        this.window = new Window(stream);
        this.end = (byte) (codePage.isEbcdic() ? 0x15 : 0x0A);
        this.otherEnd = (byte) (codePage.isEbcdic() ? 0x25 : 0x0A);
    }

    @Override
    public boolean next(Frame into) throws IOException, FramingException {
        int length = 0;
        while (window.has(length + 1)) {
            byte b = window.bytes[window.at + length];
            if (b == end || b == otherEnd) {
                boolean withReturn = length > 0 && window.bytes[window.at + length - 1] == CARRIAGE_RETURN;
                take(length, withReturn ? length - 1 : length, into);
                window.at++;
                return true;
            }
            if (length >= LONGEST) {
                throw new FramingException(
                        DataFault.ENDLESS_LINE,
                        window.fileOffset(),
                        "expected a line of at most " + LONGEST + " bytes after " + records
                                + " lines, found no end of line in it. Is the file really text lines in this encoding?");
            }
            length++;
        }
        if (length == 0) {
            return false;
        }
        take(length, length, into);
        return true;
    }

    @Override
    public void close() throws IOException {
        window.close();
    }

    private void take(int lineLength, int payload, Frame into) {
        window.take(lineLength, into);
        into.length = payload;
        into.number = ++records;
    }
}
