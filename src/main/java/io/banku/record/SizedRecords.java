package io.banku.record;

import java.io.IOException;

/** Records that tell their own length, by a field in them or by their type. */
final class SizedRecords extends WindowedRecords {
    private final RecordLength length;
    private final int longest;
    private final Frame beginning = new Frame();
    private long records;

    SizedRecords(Window window, RecordLength length, int longest) {
        super(window);
        this.length = length;
        this.longest = longest;
    }

    @Override
    public boolean next(Frame into) throws IOException, FramingException {
        if (!window.has(length.needed())) {
            if (window.isAtEnd()) {
                return false;
            }
            throw truncated("at least " + length.needed() + " bytes, up to its " + length.told() + ",");
        }
        long found = length();
        if (found > longest) {
            throw window.fault(
                    DataFault.BEYOND_LIMIT,
                    "expected records of at most " + longest + " bytes ('longest'), found one of " + found + " by its "
                            + length.told() + " after " + records + " records");
        }
        if (found < length.needed()) {
            throw window.fault(
                    DataFault.BAD_LENGTH,
                    "expected a record of at least the " + length.needed() + " bytes up to its " + length.told()
                            + ", found a length of " + found + " after " + records + " records");
        }
        if (!window.has((int) found)) {
            throw truncated("of " + found + " bytes by its " + length.told());
        }
        window.take((int) found, into);
        into.number = ++records;
        return true;
    }

    /** The record's beginning is where it would be if its length were known. */
    private long length() throws FramingException {
        beginning.bytes = window.bytes;
        beginning.start = window.at;
        beginning.length = length.needed();
        beginning.number = records + 1;
        beginning.fileOffset = window.fileOffset();
        try {
            return length.of(beginning);
        } catch (FieldException illegal) {
            throw window.fault(
                    DataFault.BAD_LENGTH,
                    "expected the " + length.told() + " of a record after " + records + " records, found "
                            + (window.areHidden()
                                    ? illegal.meaning()
                                    : "[" + illegal.hex() + "]: " + illegal.getMessage()));
        }
    }

    private FramingException truncated(String expected) {
        return window.fault(
                DataFault.TRUNCATED,
                "expected a record " + expected + " after " + records + " records, found " + window.available()
                        + " before the end of the file");
    }
}
