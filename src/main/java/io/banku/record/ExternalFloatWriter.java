package io.banku.record;

import io.banku.copybook.Elementary;
import java.math.BigDecimal;
import java.math.BigInteger;

/** A number with an exponent, as text; the first digit is not 0, unless all of them are. */
record ExternalFloatWriter(Elementary field, CodePage codePage) implements NumberWriter {
    private static final int EXPONENT_DIGITS = 2;

    @Override
    public void write(BigDecimal value, byte[] bytes, int at) {
        String form = ExternalFloatReader.written(field);
        String mantissa = form.substring(0, form.indexOf('E'));
        int digits = (int) mantissa.chars().filter(symbol -> symbol == '9').count();
        int point = Math.max(mantissa.indexOf('.'), mantissa.indexOf('V'));
        int decimals = point < 0 ? 0 : mantissa.length() - point - 1;
        BigDecimal exact = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (exact.precision() > digits) {
            throw ExactDigits.unfit("at most " + digits + " digits", value, field);
        }
        BigInteger unscaled = exact.unscaledValue().abs().multiply(BigInteger.TEN.pow(digits - exact.precision()));
        int exponent = exact.signum() == 0 ? 0 : exact.precision() - digits - exact.scale() + decimals;
        String power = Integer.toString(Math.abs(exponent));
        if (power.length() > EXPONENT_DIGITS) {
            throw ExactDigits.unfit("an exponent of at most two digits", value, field);
        }
        String shown = unscaled.toString();
        String number = "0".repeat(digits - shown.length()) + shown;
        String text = sign(mantissa.charAt(0), value.signum() < 0)
                + number.substring(0, digits - decimals)
                + (mantissa.indexOf('.') < 0 ? "" : ".")
                + number.substring(digits - decimals)
                + "E"
                + sign(form.charAt(form.indexOf('E') + 1), exponent < 0)
                + "0".repeat(EXPONENT_DIGITS - power.length())
                + power;
        byte[] encoded = codePage.encode(text);
        System.arraycopy(encoded, 0, bytes, at, encoded.length);
    }

    private static String sign(char symbol, boolean negative) {
        return negative ? "-" : symbol == '+' ? "+" : " ";
    }
}
