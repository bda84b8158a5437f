package io.banku.record;

import java.io.IOException;
import java.io.InputStream;

/**
 * Records that begin with a record descriptor word (RECFM=V, VB without blocks): two bytes length, big-endian, including
 * the four of the word; two bytes that are 0 unless the record is a segment of a longer one (z/OS DFSMS, Using Data
 * Sets).
 */
final class RdwRecords implements RecordSource {
    private static final int WORD = 4;

    private final Window window;
    private long records;

    RdwRecords(InputStream stream) {
        this.window = new Window(stream);
    }

    @Override
    public boolean next(Frame into) throws IOException, FramingException {
        if (!window.has(WORD)) {
            if (window.available() == 0) {
                return false;
            }
            throw new FramingException(
                    DataFault.TRUNCATED,
                    window.fileOffset(),
                    "expected a record descriptor word of 4 bytes after " + records + " records, found only "
                            + window.hex(WORD) + " before the end of the file");
        }
        int length = twoBytes(window.at);
        if (length < WORD || twoBytes(window.at + 2) != 0) {
            throw badDescriptor(length);
        }
        if (!window.has(length)) {
            throw truncated(length);
        }
        if (records == 0 && holdsRecords(length)) {
            throw new FramingException(
                    DataFault.BAD_DESCRIPTOR,
                    window.fileOffset(),
                    "expected a record, found a block of records after " + window.hex(WORD)
                            + ": the file has block descriptor words, so its framing is bdw (not supported yet)");
        }
        window.at += WORD;
        window.take(length - WORD, into);
        into.number = ++records;
        return true;
    }

    @Override
    public void close() throws IOException {
        window.close();
    }

    private int twoBytes(int index) {
        return (window.bytes[index] & 0xFF) << 8 | window.bytes[index + 1] & 0xFF;
    }

    /** Whether the bytes after the word are descriptor words with records, up to the last byte: then it is a block. */
    private boolean holdsRecords(int length) {
        int end = window.at + length;
        int next = window.at + WORD;
        while (next + WORD <= end && twoBytes(next) > WORD && twoBytes(next + 2) == 0) {
            next += twoBytes(next);
        }
        return next == end && length > WORD;
    }

    private FramingException badDescriptor(int length) {
        String found = window.hex(WORD);
        int control = twoBytes(window.at + 2);
        String reason;
        if (control == 0) {
            reason = "a length of " + length + " is less than the word's own 4 bytes";
        } else if (length >= WORD && control >> 8 <= 3 && (control & 0xFF) == 0) {
            reason = "a segment of a spanned record, which is not supported yet";
        } else {
            reason = "bytes 3 and 4 are not 0";
        }
        return new FramingException(
                DataFault.BAD_DESCRIPTOR,
                window.fileOffset(),
                "expected a record descriptor word after " + records + " records, found " + found + ": " + reason
                        + hint());
    }

    private FramingException truncated(int length) {
        return new FramingException(
                DataFault.TRUNCATED,
                window.fileOffset(),
                "expected a record of " + length + " bytes by its descriptor word " + window.hex(WORD) + " after "
                        + records + " records, found " + window.available() + " before the end of the file" + hint());
    }

    private String hint() {
        int littleEndian = Short.toUnsignedInt(Short.reverseBytes((short) twoBytes(window.at)));
        if (records > 0) {
            return ". Is the file cut off or damaged, or do its lengths leave out the word's own 4 bytes?";
        }
        if (twoBytes(window.at + 2) == 0 && littleEndian >= WORD && littleEndian <= window.available()) {
            return ". Little-endian it would be " + littleEndian + ": was the word rewritten by another system?";
        }
        if (twoBytes(window.at) >= 0x4000 || twoBytes(window.at + 2) >= 0x4000) {
            return ". These bytes look like data: did the transfer drop the words (FTP: quote site rdw), or are the records"
                    + " fixed?";
        }
        return ". Is the framing really rdw?";
    }
}
