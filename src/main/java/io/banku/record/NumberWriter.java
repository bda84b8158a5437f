package io.banku.record;

import java.math.BigDecimal;

/** A number → the bytes of a field: the inverse of a {@link NumericReader}. Immutable, shared by threads. */
interface NumberWriter {
    /**
     * Writes all bytes of the field, from {@code at} on.
     *
     * @throws IllegalArgumentException when the number does not fit; the message says what was expected and found
     */
    void write(BigDecimal value, byte[] bytes, int at);
}
