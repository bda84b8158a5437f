package io.banku.record;

import java.io.IOException;

/**
 * Lines of one width, cut by it and not by looking for their ends: packed and binary bytes may look like one. The last line
 * needs no end.
 */
final class LinesOfWidth extends WindowedRecords {
    private static final int LONGEST_END = 2;

    private final LineEnd lineEnd;
    private final int width;
    private long records;

    LinesOfWidth(Window window, LineEnd lineEnd, int width) {
        super(window);
        this.lineEnd = lineEnd;
        this.width = width;
    }

    @Override
    public boolean next(Frame into) throws IOException, FramingException {
        boolean isLast = !window.has(width + LONGEST_END);
        if (isLast && window.isAtEnd()) {
            return false;
        }
        int end = isLast ? window.end : window.at + width + LONGEST_END;
        int size = window.available() < width ? 0 : lineEnd.sizeAt(window.bytes, window.at + width, end);
        boolean isWithoutEnd = isLast && window.available() == width;
        if (size == 0 && !isWithoutEnd && !isTraceBehindLast(isLast)) {
            throw badLine();
        }
        window.take(width, into);
        window.at += size;
        into.lineEnd = size;
        into.number = ++records;
        return true;
    }

    /** An end mark right behind the last line. */
    private boolean isTraceBehindLast(boolean isLast) {
        return isLast
                && window.ignoresTrailing()
                && window.available() > width
                && Margins.isTrace(window.bytes, window.at + width, window.end);
    }

    private FramingException badLine() {
        int shown = Math.max(0, Math.min(window.available() - width, LONGEST_END));
        String found = window.available() < width
                ? window.available() + " bytes before the end of the file"
                : window.hex(window.at + width, window.at + width + shown) + " behind them";
        return window.fault(
                DataFault.BAD_LINE,
                "expected lines of " + width + " bytes and a line end after each, found " + found + " after " + records
                        + " lines");
    }
}
