package io.banku.bench.pipe;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that are written one behind the other, again and again into the same array. One thread. */
final class Bytes {
    private static final int LONGEST_KEPT = 1024;

    byte[] array;
    int length;
    private final byte[][] exact = new byte[LONGEST_KEPT][];
    private final byte[] digits = new byte[20];

    Bytes(int size) {
        array = new byte[size];
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    Bytes clear() {
        length = 0;
        return this;
    }

    void room(int more) {
        if (length + more > array.length) {
            array = Arrays.copyOf(array, Math.max(array.length * 2, length + more));
        }
    }

    Bytes put(int b) {
        array[length++] = (byte) b;
        return this;
    }

    Bytes put(byte[] text) {
        System.arraycopy(text, 0, array, length, text.length);
        length += text.length;
        return this;
    }

    Bytes number(long number) {
        if (number == Long.MIN_VALUE) {
            return put(ascii(Long.toString(number)));
        }
        long rest = Math.abs(number);
        int first = digits.length;
        do {
            digits[--first] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        if (number < 0) {
            put('-');
        }
        System.arraycopy(digits, first, array, length, digits.length - first);
        length += digits.length - first;
        return this;
    }

    /** A character that JSON does not take as it is, or that is not of ASCII. */
    void special(char c) {
        if (c == '"' || c == '\\') {
            put('\\').put(c);
        } else if (c < ' ' || c == 0x85) {
            put(ascii(String.format("\\u%04x", (int) c)));
        } else {
            put(0xC0 | c >> 6).put(0x80 | c & 0x3F);
        }
    }

    /** What was written, in an array of just that length, which the next text of this length is written into. */
    byte[] exact() {
        if (length >= LONGEST_KEPT) {
            return Arrays.copyOf(array, length);
        }
        byte[] text = exact[length];
        if (text == null) {
            text = new byte[length];
            exact[length] = text;
        }
        System.arraycopy(array, 0, text, 0, length);
        return text;
    }
}
