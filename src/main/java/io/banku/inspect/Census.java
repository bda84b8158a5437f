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
        boolean isEbcdic = false;
        byte[] buffer = new byte[BUFFER];
        try (InputStream stream = bytes.open()) {
            for (int read = stream.readNBytes(buffer, 0, BUFFER);
                    read > 0;
                    read = stream.readNBytes(buffer, 0, BUFFER)) {
                count(buffer, read, counts);
                isEbcdic =
                        size == 0 ? Encodings.family(Arrays.copyOf(buffer, read)) == Encodings.Family.EBCDIC : isEbcdic;
                if (!isEbcdic) { // there lines end otherwise, and the look is not free
                    crLf += crLf(buffer, read, before);
                }
                before = buffer[read - 1];
                utf8.add(buffer, read);
                if (size < HEAD) {
                    head = joined(head, buffer, (int) Math.min(read, HEAD - size), HEAD);
                }
                int tailed = Math.min(read, TAIL);
                tail = joined(tail, Arrays.copyOfRange(buffer, read - tailed, read), tailed, TAIL);
                size += read;
            }
        }
        return new Census(size, counts, head, tail, crLf, utf8.isValid(), utf8.wide(), utf8.replaced());
    }

    /** In turns: adding to a count that was added to just now has to wait for that. */
    private static void count(byte[] bytes, int count, long[] counts) {
        int[] first = new int[0x100];
        int[] second = new int[0x100];
        int[] third = new int[0x100];
        int[] fourth = new int[0x100];
        int i = 0;
        for (; i < count - 3; i += 4) {
            first[bytes[i] & 0xFF]++;
            second[bytes[i + 1] & 0xFF]++;
            third[bytes[i + 2] & 0xFF]++;
            fourth[bytes[i + 3] & 0xFF]++;
        }
        for (; i < count; i++) {
            first[bytes[i] & 0xFF]++;
        }
        for (int b = 0; b < counts.length; b++) {
            counts[b] += first[b] + second[b] + third[b] + fourth[b];
        }
    }

    private static long crLf(byte[] bytes, int count, byte before) {
        long found = count > 0 && bytes[0] == 0x0A && before == 0x0D ? 1 : 0;
        for (int i = 1; i < count; i++) {
            found += bytes[i] == 0x0A && bytes[i - 1] == 0x0D ? 1 : 0;
        }
        return found;
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
