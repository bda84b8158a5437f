package io.banku.record;

import java.util.HexFormat;

/** Bytes as messages show them: {@code 12 34 5D}. */
final class Hex {
    private static final HexFormat SPACED = HexFormat.ofDelimiter(" ").withUpperCase();

    private Hex() {}

    static String of(byte[] bytes, int from, int to) {
        return SPACED.formatHex(bytes, from, to);
    }

    /** The first ones, with an ellipsis where some are left out. */
    static String atMost(int count, byte[] bytes, int from, int to) {
        return to - from <= count ? of(bytes, from, to) : of(bytes, from, from + count) + " …";
    }

    /** {@code X'5D'}. */
    static String of(byte b) {
        return "X'" + HexFormat.of().withUpperCase().toHexDigits(b) + "'";
    }

    /** {@code X'5'}. */
    static String ofNibble(int nibble) {
        return "X'" + Character.toUpperCase(Character.forDigit(nibble & 0xF, 16)) + "'";
    }
}
