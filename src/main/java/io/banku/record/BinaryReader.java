package io.banku.record;

import io.banku.copybook.Elementary;
import io.banku.copybook.Usage;
import io.banku.record.Dialect.Endian;
import io.banku.record.Dialect.Truncation;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;

/**
 * COMP, COMP-4, BINARY and COMP-5: two's complement of 2, 4 or 8 bytes, big-endian if nothing else is said. {@code FF 85}
 * is -123. Without COMP-5 or {@link Truncation#BIN} a value has no more digits than its PICTURE (Enterprise COBOL,
 * TRUNC(STD)).
 */
final class BinaryReader extends NumericReader {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final boolean signed;
    private final boolean little;
    private final boolean unlimited;
    private final long largest;

    BinaryReader(Elementary field, Place place, Dialect dialect) {
        super(field, place, dialect);
        signed = field.picture().signed();
        little = dialect.endian() == Endian.LITTLE;
        unlimited = field.usage() == Usage.NATIVE_BINARY || dialect.truncation() == Truncation.BIN;
        largest = powerOfTen(digits) - 1;
    }

    @Override
    public long unscaled(Frame frame) throws FieldException {
        long value = value(frame);
        if (!signed && value < 0) {
            // only 8 bytes without a sign come out negative: they are beyond 63 bits
            if (unlimited) {
                return narrow(frame);
            }
            return otherwise(frame);
        }
        if (!unlimited && (value > largest || value < -largest)) {
            return otherwise(frame);
        }
        return value;
    }

    @Override
    BigInteger wide(Frame frame) throws FieldException {
        long value = value(frame);
        return signed ? BigInteger.valueOf(value) : unsigned(value);
    }

    @Override
    boolean isShort() {
        return signed || length < Long.BYTES || !unlimited;
    }

    private long value(Frame frame) throws FieldException {
        int at = position(frame);
        return switch (length) {
            case Short.BYTES -> {
                short big = (short) SHORT.get(frame.bytes, at);
                short value = little ? Short.reverseBytes(big) : big;
                yield signed ? value : value & 0xFFFFL;
            }
            case Integer.BYTES -> {
                int big = (int) INT.get(frame.bytes, at);
                int value = little ? Integer.reverseBytes(big) : big;
                yield signed ? value : value & 0xFFFF_FFFFL;
            }
            default -> {
                long big = (long) LONG.get(frame.bytes, at);
                yield little ? Long.reverseBytes(big) : big;
            }
        };
    }

    @Override
    FieldException refused(Frame frame) throws FieldException {
        FieldException wholly = Suspicion.of(this, "a binary number within its PICTURE", frame);
        return wholly != null
                ? wholly
                : fault(
                        DataFault.BEYOND_PICTURE,
                        frame,
                        "expected a binary number of at most " + digits + " digits, found one of "
                                + wide(frame).abs().toString().length());
    }

    private static BigInteger unsigned(long value) {
        return new BigInteger(Long.toUnsignedString(value));
    }

    private static long powerOfTen(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }

    @Override
    Oddity oddityOfNumber(Frame frame) throws FieldException {
        long value = value(frame);
        // without a sign, what comes out negative is beyond 63 bits
        return unlimited && (value > largest || value < (signed ? -largest : 0)) ? Oddity.BEYOND_PICTURE : null;
    }
}
