package io.banku.view;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * An account's id as three numbers, so that most ids are compared without following a text through memory: up to 24
 * characters of ASCII, eight in each, zeros behind them. Of any other id they are 0, and the text says which it is. Made
 * for every event, eight bytes at once.
 */
record PackedId(String text, long first, long second, long third) {
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int MOST = 24;
    private static final int OF_EACH = Long.BYTES;
    private static final long EVERY_BYTE = 0x0101_0101_0101_0101L;
    private static final long QUESTION_MARKS = '?' * EVERY_BYTE;

    static PackedId of(String id) {
        byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
        int length = bytes.length;
        if (length == 0 || length > MOST || length != id.length() || bytes[length - 1] == 0) {
            return new PackedId(id, 0, 0, 0);
        }
        long first = word(bytes, 0);
        long second = word(bytes, OF_EACH);
        long third = word(bytes, 2 * OF_EACH);
        return isPlain(first) && isPlain(second) && isPlain(third)
                ? new PackedId(id, first, second, third)
                : new PackedId(id, 0, 0, 0);
    }

    /** The bytes from there on, eight at most. */
    private static long word(byte[] bytes, int from) {
        if (from + OF_EACH <= bytes.length) {
            return (long) WORD.get(bytes, from);
        }
        long word = 0;
        for (int i = bytes.length - 1; i >= from; i--) {
            word = word << Byte.SIZE | bytes[i];
        }
        return word;
    }

    /** A question mark may stand for half a character, of which UTF-8 has no bytes. */
    private static boolean isPlain(long word) {
        long marks = word ^ QUESTION_MARKS;
        return (marks - EVERY_BYTE & ~marks & 0x80 * EVERY_BYTE) == 0;
    }

    boolean isPacked() {
        return first != 0;
    }

    /** The same for the same id. */
    int hash() {
        long mixed = isPacked() ? (first * 31 + second) * 31 + third : text.hashCode();
        return (int) (mixed * 0x9E37_79B9_7F4A_7C15L >>> Integer.SIZE);
    }
}
