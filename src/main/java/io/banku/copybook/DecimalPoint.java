package io.banku.copybook;

/** Which character parts the decimals, in literals and in edited PICTUREs: {@code DECIMAL-POINT IS COMMA} swaps the two. */
public enum DecimalPoint {
    PERIOD,
    COMMA
}
