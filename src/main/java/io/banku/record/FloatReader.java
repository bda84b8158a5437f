package io.banku.record;

import io.banku.copybook.Elementary;
import io.banku.record.Dialect.Endian;
import io.banku.record.Dialect.Floats;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteOrder;

/**
 * COMP-1 and COMP-2, exactly: every floating-point number is a decimal of finite length. IBM's hexadecimal form (z/Architecture
 * Principles of Operation): a sign bit, seven bits exponent of 16 with excess 64, 24 or 56 bits fraction; {@code 41 10 00 00}
 * is 1, {@code C2 76 A0 00} is -118.625, and what is not normalised counts as it stands. Or IEEE 754.
 */
final class FloatReader extends NumericReader {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int EXCESS = 64;
    private static final int BITS_OF_A_DIGIT = 4;

    private final boolean hexadecimal;
    private final boolean little;

    FloatReader(Elementary field, Place place, Dialect dialect) {
        super(field, place, dialect);
        hexadecimal = dialect.floats() == Floats.IBM;
        little = dialect.endian() == Endian.LITTLE;
    }

    @Override
    boolean isShort() {
        return false;
    }

    @Override
    BigDecimal exact(Frame frame) throws FieldException {
        long bits = bits(frame, position(frame));
        if (hexadecimal) {
            return length == Integer.BYTES ? ofIbm(bits << Integer.SIZE) : ofIbm(bits);
        }
        double value = length == Integer.BYTES ? Float.intBitsToFloat((int) bits) : Double.longBitsToDouble(bits);
        return Double.isFinite(value) ? stripped(new BigDecimal(value)) : new BigDecimal(otherwise(frame));
    }

    private long bits(Frame frame, int at) {
        if (length == Integer.BYTES) {
            int big = (int) INT.get(frame.bytes, at);
            return little ? Integer.reverseBytes(big) : big;
        }
        long big = (long) LONG.get(frame.bytes, at);
        return little ? Long.reverseBytes(big) : big;
    }

    /** @param bits of the long form; the short one has zeros behind it */
    private static BigDecimal ofIbm(long bits) {
        long fraction = bits & 0x00FF_FFFF_FFFF_FFFFL;
        if (fraction == 0) {
            return BigDecimal.ZERO;
        }
        int exponent = (int) (bits >>> 56 & 0x7F) - EXCESS;
        int zeros = Long.numberOfTrailingZeros(fraction);
        BigDecimal magnitude = timesPowerOfTwo(fraction >>> zeros, BITS_OF_A_DIGIT * exponent - 56 + zeros);
        return bits < 0 ? magnitude.negate() : magnitude;
    }

    private static BigDecimal timesPowerOfTwo(long odd, int power) {
        BigInteger exact = BigInteger.valueOf(odd);
        return power >= 0
                ? new BigDecimal(exact.shiftLeft(power))
                : new BigDecimal(exact.multiply(BigInteger.valueOf(5).pow(-power)), -power);
    }

    /** Without the decimals that are zeros; a whole number keeps the zeros before its point. */
    private static BigDecimal stripped(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    @Override
    BigInteger wide(Frame frame) throws FieldException {
        BigDecimal value = exact(frame);
        if (value.scale() > 0) {
            throw fault(DataFault.BEYOND_64_BITS, frame, "expected a whole number, found one with decimals");
        }
        return value.toBigIntegerExact();
    }

    @Override
    public long unscaled(Frame frame) throws FieldException {
        return narrow(frame);
    }

    @Override
    public String text(Frame frame) throws FieldException {
        BigDecimal value = decimal(frame);
        return value == null ? null : value.toPlainString();
    }

    @Override
    FieldException refused(Frame frame) throws FieldException {
        return fault(DataFault.NOT_FINITE, frame, "expected a finite number, found infinity or NaN");
    }

    @Override
    Oddity oddityOfNumber(Frame frame) throws FieldException {
        long bits = bits(frame, position(frame));
        boolean isNegative = length == Integer.BYTES ? (int) bits < 0 : bits < 0;
        return isNegative && exact(frame).signum() == 0 ? Oddity.NEGATIVE_ZERO : null;
    }
}
