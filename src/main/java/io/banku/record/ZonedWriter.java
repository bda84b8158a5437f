package io.banku.record;

import io.banku.copybook.Elementary;
import io.banku.copybook.Sign;
import java.math.BigDecimal;
import java.util.Arrays;

/**
 * USAGE DISPLAY numbers. The sign in a zone is C or D in EBCDIC; in ASCII a minus makes {@code p} to {@code y} of the digit,
 * as GnuCOBOL and Micro Focus do. Zero is blank where the copybook says BLANK WHEN ZERO.
 */
record ZonedWriter(Elementary field, CodePage codePage) implements NumberWriter {
    private static final int ASCII_MINUS = 'p' - '0';

    @Override
    public void write(BigDecimal value, byte[] bytes, int at) {
        Sign sign = field.sign();
        int digitsAt = sign == Sign.LEADING_SEPARATE ? at + 1 : at;
        String digits = ExactDigits.of(
                value, field, field.picture().size(), field.picture().signed());
        if (field.blankWhenZero() && value.signum() == 0) {
            Arrays.fill(bytes, at, at + field.length(), codePage.blank());
            return;
        }
        byte[] zoned = codePage.encode(digits);
        System.arraycopy(zoned, 0, bytes, digitsAt, zoned.length);
        if (sign.isSeparate()) {
            byte[] separate = codePage.encode(value.signum() < 0 ? "-" : "+");
            bytes[sign.isLeading() ? at : at + zoned.length] = separate[0];
        } else if (sign != Sign.NONE) {
            int signAt = sign.isLeading() ? digitsAt : digitsAt + zoned.length - 1;
            bytes[signAt] = overpunched(bytes[signAt], value.signum() < 0);
        }
    }

    private byte overpunched(byte digit, boolean negative) {
        if (codePage.isEbcdic()) {
            return (byte) ((negative ? SignNibble.MINUS : SignNibble.PLUS) << 4 | digit & 0xF);
        }
        return (byte) (negative ? digit + ASCII_MINUS : digit);
    }
}
