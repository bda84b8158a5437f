package io.banku.record;

import io.banku.copybook.Elementary;
import io.banku.record.Dialect.Endian;
import io.banku.record.Dialect.Floats;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** COMP-1 and COMP-2, where they hold the number exactly: most decimals they do not, and are refused with the nearest one. */
record FloatWriter(Elementary field, Dialect dialect) implements NumberWriter {
    private static final int EXCESS = 64;
    private static final BigDecimal SIXTEEN = BigDecimal.valueOf(16);

    @Override
    public void write(BigDecimal value, byte[] bytes, int at) {
        boolean isShort = field.length() == Integer.BYTES;
        long bits = dialect.floats() == Floats.IBM
                ? hexadecimal(value, isShort ? 6 : 14)
                : isShort ? ieee(value, value.floatValue()) : ieee(value, value.doubleValue());
        for (int i = 0; i < field.length(); i++) {
            int place = dialect.endian() == Endian.LITTLE ? i : field.length() - 1 - i;
            bytes[at + place] = (byte) (bits >> 8 * i);
        }
    }

    private long ieee(BigDecimal value, float nearest) {
        require(value, Float.isFinite(nearest) ? new BigDecimal(nearest) : null);
        return Float.floatToIntBits(nearest);
    }

    private long ieee(BigDecimal value, double nearest) {
        require(value, Double.isFinite(nearest) ? new BigDecimal(nearest) : null);
        return Double.doubleToLongBits(nearest);
    }

    /** @param digits of the fraction, each of four bits */
    private long hexadecimal(BigDecimal value, int digits) {
        if (value.signum() == 0) {
            return 0;
        }
        int exponent = exponent(value.abs());
        BigDecimal fraction = timesPower(value.abs(), digits - exponent);
        BigInteger whole = fraction.setScale(0, RoundingMode.DOWN).toBigInteger();
        if (exponent + EXCESS > 0x7F) {
            require(value, null);
        }
        require(value.abs(), timesPower(new BigDecimal(whole), exponent - digits));
        long sign = value.signum() < 0 ? 0x80 : 0;
        return (sign | exponent + EXCESS) << 4 * digits | whole.longValueExact();
    }

    /** Of 16, so that the fraction is from 1/16 to less than 1; not below the least that there is. */
    private static int exponent(BigDecimal magnitude) {
        int exponent = -EXCESS;
        while (timesPower(magnitude, -exponent).compareTo(BigDecimal.ONE) >= 0) {
            exponent++;
        }
        return exponent;
    }

    private static BigDecimal timesPower(BigDecimal value, int power) {
        return power >= 0
                ? value.multiply(SIXTEEN.pow(power))
                : value.multiply(BigDecimal.valueOf(625, 4).pow(-power));
    }

    private void require(BigDecimal value, BigDecimal nearest) {
        if (nearest == null || nearest.compareTo(value) != 0) {
            throw ExactDigits.unfit(
                    "a number that it holds exactly"
                            + (nearest == null ? "" : " (near it: " + nearest.toPlainString() + ")"),
                    value,
                    field);
        }
    }
}
