package io.banku.inspect;

/** Kinds of bytes that stand at the same place of each record of a file, though their values differ. */
enum ByteClass {
    BLANK,
    ZERO,
    HIGH_VALUE,
    EBCDIC_DIGIT,
    EBCDIC_CAPITAL,
    ASCII_DIGIT,
    ASCII_CAPITAL,
    SMALL_LETTER,
    LINE_END,
    CONTROL,
    OTHER;

    static final int COUNT = values().length;
    private static final byte[] OF = table();

    /** Each byte becomes the ordinal of its class. */
    static byte[] of(byte[] bytes, int from, int to) {
        byte[] classes = new byte[to - from];
        for (int i = from; i < to; i++) {
            classes[i - from] = OF[bytes[i] & 0xFF];
        }
        return classes;
    }

    static byte of(byte b) {
        return OF[b & 0xFF];
    }

    static boolean isEbcdicCapital(int c) {
        return c >= 0xC1 && c <= 0xC9 || c >= 0xD1 && c <= 0xD9 || c >= 0xE2 && c <= 0xE9;
    }

    static boolean isEbcdicSmall(int c) {
        return c >= 0x81 && c <= 0x89 || c >= 0x91 && c <= 0x99 || c >= 0xA2 && c <= 0xA9;
    }

    private static byte[] table() {
        byte[] table = new byte[0x100];
        for (int c = 0; c < table.length; c++) {
            table[c] = (byte) classOf(c).ordinal();
        }
        return table;
    }

    private static ByteClass classOf(int c) {
        if (c == 0x40 || c == 0x20) {
            return BLANK;
        }
        if (c == 0 || c == 0xFF) {
            return c == 0 ? ZERO : HIGH_VALUE;
        }
        if (c >= 0xF0 && c <= 0xF9) {
            return EBCDIC_DIGIT;
        }
        if (isEbcdicCapital(c)) {
            return EBCDIC_CAPITAL;
        }
        if (c >= '0' && c <= '9') {
            return ASCII_DIGIT;
        }
        if (c >= 'A' && c <= 'Z') {
            return ASCII_CAPITAL;
        }
        if (c >= 'a' && c <= 'z' || isEbcdicSmall(c)) {
            return SMALL_LETTER;
        }
        if (c == 0x0D || c == 0x0A || c == 0x15 || c == 0x25) {
            return LINE_END;
        }
        return c < 0x20 ? CONTROL : OTHER;
    }
}
