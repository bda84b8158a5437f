package io.banku.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * What one reading of a file counts. Immutable.
 *
 * @param counts how often each byte is there
 * @param head its first bytes, at most {@link #HEAD}
 * @param tail its last bytes, at most {@link #TAIL}
 * @param crLf line feeds (X'0A') behind a carriage return
 * @param utf8 whether all of it is UTF-8
 * @param wide characters of UTF-8 with several bytes
 * @param replaced how often X'EF BF BD' is there, which stands for bytes that somebody could not read
 */
record Census(long size, long[] counts, byte[] head, byte[] tail, long crLf, boolean utf8, long wide, long replaced) {
    static final int HEAD = 1 << 20;
    static final int TAIL = 64;
    private static final int BUFFER = 1 << 16;

    static Census of(Bytes bytes) throws IOException {
        Utf8Count utf8 = new Utf8Count();
        long[] counts = new long[0x100];
        byte[] head = new byte[0];
        byte[] tail = new byte[0];
        long size = 0;
        long crLf = 0;
        byte before = 0;
        byte[] buffer = new byte[BUFFER];
        try (InputStream stream = bytes.open()) {
            for (int read = stream.readNBytes(buffer, 0, BUFFER);
                    read > 0;
                    read = stream.readNBytes(buffer, 0, BUFFER)) {
                for (int i = 0; i < read; i++) {
                    byte b = buffer[i];
                    counts[b & 0xFF]++;
                    crLf += b == 0x0A && before == 0x0D ? 1 : 0;
                    before = b;
                }
                utf8.add(buffer, read);
                if (size < HEAD) {
                    head = joined(head, buffer, (int) Math.min(read, HEAD - size), HEAD);
                }
                tail = joined(tail, buffer, read, TAIL);
                size += read;
            }
        }
        return new Census(size, counts, head, tail, crLf, utf8.isValid(), utf8.wide(), utf8.replaced());
    }

    /** The last {@code most} bytes of both. */
    private static byte[] joined(byte[] first, byte[] second, int count, int most) {
        byte[] both = Arrays.copyOf(first, first.length + count);
        System.arraycopy(second, 0, both, first.length, count);
        return both.length <= most ? both : Arrays.copyOfRange(both, both.length - most, both.length);
    }

    int distinct() {
        return (int) Arrays.stream(counts).filter(count -> count > 0).count();
    }

    long count(int b) {
        return counts[b];
    }

    long count(int from, int to) {
        long sum = 0;
        for (int b = from; b <= to; b++) {
            sum += counts[b];
        }
        return sum;
    }
}
