package io.banku.record;

import io.banku.copybook.Elementary;
import java.math.BigDecimal;
import java.math.BigInteger;

/** A number as the digits of a PICTURE, or an error: nothing is rounded or cut off. */
final class ExactDigits {
    private ExactDigits() {}

    /** @return so many digits with zeros before them, without the sign */
    static String of(BigDecimal value, Elementary field, int digits, boolean signed) {
        BigInteger unscaled = unscaled(value, field);
        if (unscaled.signum() < 0 && !signed) {
            throw unfit("no minus", value, field);
        }
        String shown = unscaled.abs().toString();
        if (shown.length() > digits && unscaled.signum() != 0) {
            throw unfit("at most " + digits + " digits", value, field);
        }
        return "0".repeat(Math.max(0, digits - shown.length())) + (digits == 0 ? "" : shown);
    }

    /** @throws IllegalArgumentException when the number has decimals, or a rest, that the PICTURE has not */
    static BigInteger unscaled(BigDecimal value, Elementary field) {
        int scale = field.picture().scale();
        if (value.signum() == 0) {
            return BigInteger.ZERO;
        }
        BigDecimal exact = value.stripTrailingZeros();
        if (exact.scale() > scale) {
            throw unfit(
                    scale < 0
                            ? "a multiple of "
                                    + BigDecimal.ONE.scaleByPowerOfTen(-scale).toPlainString()
                            : "at most " + scale + " decimals",
                    value,
                    field);
        }
        return exact.setScale(scale).unscaledValue();
    }

    static IllegalArgumentException unfit(String expected, BigDecimal value, Elementary field) {
        return new IllegalArgumentException(
                "expected " + expected + ", as it is " + field.description() + ", found " + value.toPlainString());
    }
}
