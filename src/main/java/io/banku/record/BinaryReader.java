package io.banku.record;

import io.banku.copybook.Elementary;
import io.banku.copybook.Usage;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;

/**
 * COMP, COMP-4, BINARY and COMP-5: two's complement, big-endian, 2, 4 or 8 bytes. {@code FF 85} is -123. Without COMP-5
 * a value has no more digits than its PICTURE (Enterprise COBOL, TRUNC(STD)).
 */
final class BinaryReader extends NumericReader {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final boolean signed;
    private final boolean unlimited;
    private final long largest;

    BinaryReader(Elementary field, String name, int offset, CodePage codePage) {
        super(field, name, offset, codePage);
        signed = field.picture().signed();
        unlimited = field.usage() == Usage.NATIVE_BINARY;
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
            throw beyondPicture(frame, unsigned(value));
        }
        if (!unlimited && (value > largest || value < -largest)) {
            throw beyondPicture(frame, BigInteger.valueOf(value));
        }
        return value;
    }

    @Override
    BigInteger wide(Frame frame) throws FieldException {
        long value = value(frame);
        return signed ? BigInteger.valueOf(value) : unsigned(value);
    }

    @Override
    boolean fitsLong() {
        return signed || length < Long.BYTES || !unlimited;
    }

    private long value(Frame frame) throws FieldException {
        int at = position(frame);
        return switch (length) {
            case Short.BYTES -> {
                short value = (short) SHORT.get(frame.bytes, at);
                yield signed ? value : value & 0xFFFFL;
            }
            case Integer.BYTES -> {
                int value = (int) INT.get(frame.bytes, at);
                yield signed ? value : value & 0xFFFF_FFFFL;
            }
            default -> (long) LONG.get(frame.bytes, at);
        };
    }

    private FieldException beyondPicture(Frame frame, BigInteger found) {
        FieldException wholly = Suspicion.of(this, "a binary number within its PICTURE", frame);
        return wholly != null
                ? wholly
                : fault(
                        DataFault.BEYOND_PICTURE,
                        frame,
                        "expected a binary number of at most " + digits + " digits, found one of "
                                + found.abs().toString().length());
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
}
