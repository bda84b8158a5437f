package io.banku.record;

import java.io.IOException;

/** Blocks of records (RECFM=VB): each begins with a descriptor word, and no record goes beyond its end. One thread. */
final class Blocks {
    private final DescriptorWord word;

    /** In the file; a block need not fit into memory. */
    private long end;

    Blocks(DescriptorWord word) {
        this.word = word;
    }

    boolean isAtEnd(Window window) {
        return window.fileOffset() >= end;
    }

    /** Bytes of the block that are still to be read. */
    long left(Window window) {
        return end - window.fileOffset();
    }

    /** Steps into the next block, over empty ones; false at the end of the file. */
    boolean next(Window window, long records) throws IOException, FramingException {
        while (isAtEnd(window)) {
            if (!window.has(word.size())) {
                if (window.isAtEnd()) {
                    return false;
                }
                throw window.fault(
                        DataFault.TRUNCATED,
                        "expected a block descriptor word of " + word.size() + " bytes after " + records
                                + " records, found only " + window.hex(word.size()) + " before the end of the file");
            }
            long payload = word.blockPayload(window.bytes, window.at);
            boolean isExtended = word.isExtendedBlock(window.bytes, window.at);
            if (payload < 0 || !isExtended && word.control(window.bytes, window.at) != 0) {
                throw window.fault(
                        DataFault.BAD_DESCRIPTOR,
                        "expected a block descriptor word after " + records + " records, found "
                                + window.hex(word.size()));
            }
            window.at += word.size();
            end = window.fileOffset() + payload;
        }
        return true;
    }

    /** Are the bytes after what was taken for a record's word such words with records, up to the last byte? */
    static boolean isBlock(DescriptorWord word, Window window, int whole) {
        int end = window.at + whole;
        int next = window.at + word.size();
        while (next + word.size() <= end
                && word.payload(window.bytes, next) > 0
                && word.payload(window.bytes, next) <= end - next - word.size()
                && word.control(window.bytes, next) == 0) {
            next += word.size() + (int) word.payload(window.bytes, next);
        }
        return next == end && whole > word.size();
    }
}
