package io.banku.record;

import io.banku.copybook.Elementary;
import java.math.BigDecimal;

/** COMP-3 with the preferred signs: C plus, D minus, F where the PICTURE has no S. */
record PackedWriter(Elementary field) implements NumberWriter {
    @Override
    public void write(BigDecimal value, byte[] bytes, int at) {
        boolean signed = field.picture().signed();
        int nibbles = 2 * field.length() - 1;
        String digits = ExactDigits.of(value, field, field.picture().size(), signed);
        int sign = !signed ? SignNibble.UNSIGNED : value.signum() < 0 ? SignNibble.MINUS : SignNibble.PLUS;
        String all = "0".repeat(nibbles - digits.length()) + digits;
        for (int i = 0; i < field.length(); i++) {
            int high = all.charAt(2 * i) - '0';
            int low = 2 * i + 1 < nibbles ? all.charAt(2 * i + 1) - '0' : sign;
            bytes[at + i] = (byte) (high << 4 | low);
        }
    }
}
