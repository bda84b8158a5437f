package io.banku.record;

import io.banku.copybook.Elementary;
import java.math.BigDecimal;

/** A number in UTF-16 digits: written as in ASCII, with a zero byte before each. */
record NationalNumberWriter(Elementary field, NumberWriter narrow) implements NumberWriter {
    @Override
    public void write(BigDecimal value, byte[] bytes, int at) {
        byte[] single = new byte[field.length() / 2];
        narrow.write(value, single, 0);
        for (int i = 0; i < single.length; i++) {
            bytes[at + 2 * i] = 0;
            bytes[at + 2 * i + 1] = single[i];
        }
    }
}
