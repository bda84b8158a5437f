package io.banku.bench.pipe;

import java.nio.charset.Charset;

/** Where the fields of a record lie ({@code feed/movements/MOVEMENT.cpy}), and its bytes as characters. */
final class Layout {
    static final int LENGTH = 120;
    static final int ACCOUNT = 0;
    static final int ACCOUNT_LENGTH = 20;
    static final int HOLDER = 20;
    static final int HOLDER_LENGTH = 30;
    static final int AMOUNT = 50;
    static final int AMOUNT_LENGTH = 11;
    static final int TYPE = 61;
    static final int FEE = 62;
    static final int FEE_LENGTH = 5;
    static final int REFERENCE = 67;
    static final int REFERENCE_LENGTH = 6;
    static final int NUMBER = 73;
    static final int BOOKED = 77;

    static final Charset EBCDIC = Charset.forName("IBM037");
    static final byte BLANK = 0x40;

    /** What JSON takes as it is, as ASCII; 0 for what it does not. */
    static final byte[] PLAIN = new byte[256];

    static final char[] CHARACTERS = new char[256];

    static {
        for (int b = 0; b < 256; b++) {
            char c = new String(new byte[] {(byte) b}, EBCDIC).charAt(0);
            CHARACTERS[b] = c;
            PLAIN[b] = c < ' ' || c > 0x7F || c == '"' || c == '\\' ? 0 : (byte) c;
        }
    }

    private Layout() {}

    /** Without the blanks at its end. */
    static int trimmed(byte[] record, int from, int length) {
        int to = from + length;
        while (to > from && record[to - 1] == BLANK) {
            to--;
        }
        return to - from;
    }

    static long zoned(byte[] record, int from, int length) {
        long number = 0;
        for (int i = from; i < from + length; i++) {
            number = number * 10 + (record[i] & 0x0F);
        }
        return (record[from + length - 1] & 0xF0) == 0xD0 ? -number : number;
    }
}
