package io.banku.record;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The content of a gzip file (RFC 1952), all of its members one after the other. Unlike {@link
 * java.util.zip.GZIPInputStream} it reads the packed bytes to their end and takes nothing behind a member for granted: what
 * is neither another member nor zeros is damage, not the end of the file. One thread.
 */
final class GzipContent extends InputStream {
    private static final int CHECKSUM_OF_HEADER = 0x02;
    private static final int EXTRA = 0x04;
    private static final int NAME = 0x08;
    private static final int COMMENT = 0x10;
    private static final int RESERVED = 0xE0;

    private final InputStream packed;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private boolean inMember;
    private boolean atEnd;

    GzipContent(InputStream packed) {
        this.packed = packed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        try {
            while (!atEnd && (inMember || beginMember())) {
                int inflated = inflate(into, from, count);
                if (inflated > 0) {
                    return inflated;
                }
            }
            return -1;
        } catch (DataFormatException damaged) {
            throw new Unpacked.DamagedException(
                    "expected compressed data, found gzip that is damaged: " + damaged.getMessage());
        } catch (EOFException cut) {
            throw new Unpacked.DamagedException("expected the end of the gzip file, found it cut off");
        }
    }

    private int inflate(byte[] into, int from, int count) throws IOException, DataFormatException {
        int inflated = inflater.inflate(into, from, count);
        checksum.update(into, from, inflated);
        if (inflater.finished()) {
            endMember();
        } else if (inflated == 0) {
            if (inflater.needsDictionary()) {
                throw new DataFormatException("it asks for a dictionary");
            }
            if (!refill()) {
                throw new EOFException();
            }
            inflater.setInput(buffer, 0, end);
            at = end;
        }
        return inflated;
    }

    /** False at the end of the file; zeros up to it are padding. */
    private boolean beginMember() throws IOException {
        int first = next();
        while (first == 0) {
            first = next();
        }
        if (first < 0) {
            atEnd = true;
            return false;
        }
        if (first != 0x1F || required() != 0x8B || required() != 8) {
            throw new Unpacked.DamagedException(
                    "expected another part or the end of the gzip file, found other bytes behind it");
        }
        int flags = required();
        skip(6);
        if ((flags & RESERVED) != 0) {
            throw new Unpacked.DamagedException("expected a gzip header, found flags that RFC 1952 does not know");
        }
        if ((flags & EXTRA) != 0) {
            skip(required() | required() << 8);
        }
        for (int text = flags & (NAME | COMMENT); text != 0; text &= text - 1) {
            while (required() != 0) {
                continue;
            }
        }
        if ((flags & CHECKSUM_OF_HEADER) != 0) {
            skip(2);
        }
        inflater.reset();
        checksum.reset();
        inflater.setInput(buffer, at, end - at);
        at = end;
        inMember = true;
        return true;
    }

    private void endMember() throws IOException {
        at = end - inflater.getRemaining();
        long size = inflater.getBytesWritten() & 0xFFFF_FFFFL;
        if (fourBytes() != checksum.getValue() || fourBytes() != size) {
            throw new Unpacked.DamagedException("expected the content that was packed, found another checksum or size");
        }
        inMember = false;
    }

    private long fourBytes() throws IOException {
        return required() | required() << 8 | required() << 16 | (long) required() << 24;
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            required();
        }
    }

    private int required() throws IOException {
        int b = next();
        if (b < 0) {
            throw new EOFException();
        }
        return b;
    }

    private int next() throws IOException {
        return at < end || refill() ? buffer[at++] & 0xFF : -1;
    }

    private boolean refill() throws IOException {
        at = 0;
        end = Math.max(0, packed.read(buffer, 0, buffer.length));
        return end > 0;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        packed.close();
    }
}
