package io.banku.record;

import java.io.IOException;

/** Records of one length with nothing between them (RECFM=F, FB). */
final class FixedRecords extends WindowedRecords {
    private final int length;
    private long records;

    FixedRecords(Window window, int length) {
        super(window);
        this.length = length;
    }

    @Override
    public boolean next(Frame into) throws IOException, FramingException {
        if (!window.has(length)) {
            if (window.isAtEnd()) {
                return false;
            }
            throw remainder();
        }
        window.take(length, into);
        into.number = ++records;
        return true;
    }

    private FramingException remainder() {
        long size = window.fileOffset() - window.margins().first() + window.available();
        boolean isTrace = Margins.isTrace(window.bytes, window.at, window.end);
        String why = isTrace
                ? ". That is a line end or the end mark of a text file: if nothing else is wrong, {fixed: {trailing:"
                        + " ignored}} reads it"
                : window.isLengthRight()
                        ? ". Its first records decode, so they have the right length: the file is cut off, or bytes were lost"
                                + " or added on its way"
                        : ". Is the file cut off, or the record length another? Near lengths that divide its " + size
                                + " bytes: " + Divisors.near(length, size, window.head());
        return window.fault(
                DataFault.REMAINDER,
                "expected records of " + length + " bytes, found " + window.available() + " bytes after " + records
                        + " whole records: " + window.hexAtMost(16) + why);
    }
}
