package io.banku.record;

import io.banku.record.Dialect.Signs;

/** The half byte that is the sign of a packed number, and the zone that is one of a zoned number. */
final class SignNibble {
    static final int PLUS = 0xC;
    static final int MINUS = 0xD;
    static final int UNSIGNED = 0xF;

    private SignNibble() {}

    static boolean isMinus(int nibble) {
        return nibble == MINUS || nibble == 0xB;
    }

    static boolean isLegal(int nibble, Signs signs) {
        return nibble > 9 && (signs != Signs.STRICT || nibble == PLUS || nibble == MINUS || nibble == UNSIGNED);
    }

    /** Of a legal sign on another number than zero; null when it is what COBOL writes. */
    static Oddity oddity(int nibble, boolean signed) {
        if (nibble == UNSIGNED || signed && (nibble == PLUS || nibble == MINUS)) {
            return null;
        }
        return nibble == PLUS ? Oddity.SIGN_WITHOUT_S : Oddity.UNUSUAL_SIGN;
    }

    /** For messages. */
    static String expected(Signs signs) {
        return signs == Signs.STRICT ? "C, D or F" : "C, D or F (A, E plus and B minus too)";
    }
}
