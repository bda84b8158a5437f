package io.banku.record;

import java.util.Locale;

/** What is unusual about the bytes of a number that is legal nevertheless: nothing is wrong with it, and yet it may tell something. */
public enum Oddity {
    /** A minus, and no digit but 0. */
    NEGATIVE_ZERO,
    /** A sign that COBOL would not write: A, B or E; or what only {@code signs: lenient} takes. */
    UNUSUAL_SIGN,
    /** A plus, where the PICTURE has no S. */
    SIGN_WITHOUT_S,
    /** A binary number of more digits than its PICTURE, where that may be. */
    BEYOND_PICTURE,
    /** Blanks or other fillers that the feed takes for zero or for no number. */
    FILLER,
    /** Of a record: more bytes than its own layout has, where {@code longer: ignored} or {@code odo: padded} allow them. */
    LONGER,
    /** Of a file: the byte order mark of UTF-8 before its first record, which was stepped over. */
    BYTE_ORDER_MARK;

    /** {@code negative-zero}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
