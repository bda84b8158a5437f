package io.banku.bench.pipe;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that are written one behind the other, again and again into the same array. One thread. */
final class Bytes {
    private static final int LONGEST_KEPT = 1024;
    private static final int LAST = 30;
    private static final byte[] TWO_DIGITS = new byte[200];

    static {
        for (int i = 0; i < 100; i++) {
            TWO_DIGITS[2 * i] = (byte) ('0' + i / 10);
            TWO_DIGITS[2 * i + 1] = (byte) ('0' + i % 10);
        }
    }

    byte[] array;
    int length;
    private final byte[][] exact = new byte[LONGEST_KEPT][];
    private final byte[] digits = new byte[LAST + 2];

    Bytes(int size) {
        array = new byte[size];
        digits[LAST] = '\r';
        digits[LAST + 1] = '\n';
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
        int first = digits(number);
        System.arraycopy(digits, first, array, length, LAST - first);
        length += LAST - first;
        return this;
    }

    /** As Redis takes it: {@code $3\r\n125\r\n}. */
    void counted(long number) {
        int first = digits(number);
        int size = LAST - first;
        digits[--first] = '\n';
        digits[--first] = '\r';
        digits[--first] = (byte) ('0' + size % 10);
        if (size > 9) {
            digits[--first] = (byte) ('0' + size / 10);
        }
        digits[--first] = '$';
        System.arraycopy(digits, first, array, length, digits.length - first);
        length += digits.length - first;
    }

    /** As MessagePack has a short text. */
    Bytes packed(long number) {
        int first = digits(number);
        put(0xA0 | LAST - first);
        System.arraycopy(digits, first, array, length, LAST - first);
        length += LAST - first;
        return this;
    }

    Bytes packed(byte[] text) {
        return put(0xA0 | text.length).put(text);
    }

    /** Writes the number so that it ends before {@link #LAST}; returns where it begins. */
    private int digits(long number) {
        int first = LAST;
        long rest = Math.abs(number);
        while (rest > 99) {
            long hundreds = rest / 100;
            int two = 2 * (int) (rest - 100 * hundreds);
            digits[--first] = TWO_DIGITS[two + 1];
            digits[--first] = TWO_DIGITS[two];
            rest = hundreds;
        }
        if (rest > 9) {
            digits[--first] = TWO_DIGITS[2 * (int) rest + 1];
            digits[--first] = TWO_DIGITS[2 * (int) rest];
        } else {
            digits[--first] = (byte) ('0' + rest);
        }
        if (number < 0) {
            digits[--first] = '-';
        }
        return first;
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
