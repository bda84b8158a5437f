package io.banku.log;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Where the plain characters of a JSON string end: those of ASCII that stand for themselves. Fast and ugly on purpose: eight
 * bytes at once, as most of what an event says passes through here twice.
 */
final class PlainText {
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EVERY_BYTE = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x80 * EVERY_BYTE;
    private static final long BLANKS = ' ' * EVERY_BYTE;
    private static final long QUOTES = '"' * EVERY_BYTE;
    private static final long BACKSLASHES = '\\' * EVERY_BYTE;

    private PlainText() {}

    /**
     * The index of the first byte from {@code from} on that is a quote, a backslash, a control, {@code also}, or not ASCII;
     * {@code to} where none is.
     */
    static int end(byte[] bytes, int from, int to, char also) {
        long others = also * EVERY_BYTE;
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            long word = (long) WORD.get(bytes, i);
            // a byte above one that is found may be found, too, by what is carried over; the lowest one is right
            long found = (zeros(word ^ QUOTES)
                            | zeros(word ^ BACKSLASHES)
                            | zeros(word ^ others)
                            | (word - BLANKS & ~word)
                            | word)
                    & HIGH_BITS;
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >> 3);
            }
        }
        while (i < to && bytes[i] >= ' ' && bytes[i] != '"' && bytes[i] != '\\' && bytes[i] != also) {
            i++;
        }
        return i;
    }

    private static long zeros(long word) {
        return word - EVERY_BYTE & ~word;
    }
}
