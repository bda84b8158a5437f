package io.banku.record;

import java.io.IOException;

/**
 * Records that begin with a descriptor word (RECFM=V), in blocks where they have words of their own (VB), and long ones as
 * segments that are joined (VS, VBS; z/OS DFSMS, Using Data Sets). A record that is no segment stays where it lies.
 */
final class RdwRecords extends WindowedRecords {
    /** In the third byte of the word: a segment, and which. */
    static final int SEGMENT = 0x0300;

    /** What stands behind the last record. */
    enum LastWord {
        NONE,
        /** A word of X'00', and behind it nothing but fillers. */
        ZERO
    }

    private final DescriptorWord word;
    private final Blocks blocks;
    private final LastWord last;
    private final int longest;
    private final Segments segments;
    private long records;

    /** @param blocks null where the records are in none */
    RdwRecords(Window window, DescriptorWord word, Blocks blocks, LastWord last, int longest) {
        super(window);
        this.word = word;
        this.blocks = blocks;
        this.last = last;
        this.longest = longest;
        this.segments = new Segments(longest);
    }

    @Override
    public boolean next(Frame into) throws IOException, FramingException {
        int control;
        do {
            if (blocks != null && blocks.isAtEnd(window) && !blocks.next(window, records) || !hasWord()) {
                requireNoneOpen();
                return false;
            }
            long payload = word.payload(window.bytes, window.at);
            control = word.control(window.bytes, window.at);
            requireRecord(payload, control);
            int length = (int) payload;
            window.at += word.size();
            if (control == 0 && !segments.isOpen()) {
                window.take(length, into);
            } else {
                segments.add(control >> 8, length, window, into);
            }
        } while (segments.isOpen());
        into.number = ++records;
        return true;
    }

    private boolean hasWord() throws IOException, FramingException {
        if (window.has(word.size())) {
            return last == LastWord.NONE || !isLastWord();
        }
        if (window.isAtEnd()) {
            requireNoMoreInBlock();
            if (last == LastWord.ZERO) {
                throw window.fault(
                        DataFault.TRUNCATED,
                        "expected a word of X'00' to end the file after " + records
                                + " records, found the end of the file: is it cut off?");
            }
            return false;
        }
        throw window.fault(
                DataFault.TRUNCATED,
                "expected a record descriptor word of " + word.size() + " bytes after " + records
                        + " records, found only " + window.hex(word.size()) + " before the end of the file");
    }

    private boolean isLastWord() throws IOException, FramingException {
        if (!Suspicion.isAll((byte) 0, window.bytes, window.at, window.at + word.size())) {
            return false;
        }
        while (window.has(1)) {
            if (!Blocked.isFiller(window.bytes[window.at])) {
                throw window.fault(
                        DataFault.BEHIND_END,
                        "expected only fillers, blanks or X'00', behind the word of X'00' that ends the file after "
                                + records + " records, found " + window.hex(word.size()));
            }
            window.at++;
        }
        return true;
    }

    /** A file may be cut off between two records: only their block tells that there were more. */
    private void requireNoMoreInBlock() throws FramingException {
        if (blocks != null) {
            throw window.fault(
                    DataFault.TRUNCATED,
                    "expected " + blocks.left(window) + " more bytes of the block after " + records
                            + " records, found the end of the file: is it cut off?");
        }
    }

    private void requireRecord(long payload, int control) throws IOException, FramingException {
        if (payload < 0 || (control & ~SEGMENT) != 0) {
            throw badWord(payload, control);
        }
        if (payload > longest) {
            throw window.fault(
                    DataFault.BEYOND_LIMIT,
                    "expected records of at most " + longest + " bytes ('longest'), found the descriptor word "
                            + window.hex(word.size()) + " for one of " + payload + " after " + records + " records");
        }
        int whole = (int) payload + word.size();
        if (blocks != null && whole > blocks.left(window)) {
            throw window.fault(
                    DataFault.BAD_DESCRIPTOR,
                    "expected a record within the " + blocks.left(window) + " bytes that its block has left, found "
                            + window.hex(word.size()) + " for one of " + whole + " after " + records + " records");
        }
        if (!window.has(whole)) {
            throw window.fault(
                    DataFault.TRUNCATED,
                    "expected a record of " + whole + " bytes by its descriptor word " + window.hex(word.size())
                            + " after " + records + " records, found " + window.available()
                            + " before the end of the file");
        }
        if (records == 0 && blocks == null && control == 0 && Blocks.isBlock(word, window, whole)) {
            throw window.fault(
                    DataFault.BAD_DESCRIPTOR,
                    "expected a record, found a block of records after " + window.hex(word.size())
                            + ": the file has block descriptor words, so its framing is bdw");
        }
    }

    private FramingException badWord(long payload, int control) {
        String reason = control != 0
                ? "the bytes beside the length are not 0, nor 1 to 3 for a segment"
                : "a length of " + (payload + word.size()) + " is less than the word's own " + word.size() + " bytes";
        return window.fault(
                DataFault.BAD_DESCRIPTOR,
                "expected a record descriptor word after " + records + " records, found " + window.hex(word.size())
                        + ": " + reason);
    }

    private void requireNoneOpen() throws FramingException {
        if (segments.isOpen()) {
            throw window.fault(
                    DataFault.BAD_SEGMENT,
                    "expected the last segment of the record after " + records + " records, found the end of the file");
        }
    }
}
