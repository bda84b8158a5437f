package io.banku.record;

import io.banku.copybook.Elementary;
import java.math.BigInteger;

/**
 * COMP-3: two digits per byte, the sign in the last half byte: A C E F plus, B D minus (Enterprise COBOL,
 * NUMPROC(NOPFD)). {@code 12 34 5D} is -12345; an even number of digits leaves the first half byte 0.
 */
final class PackedReader extends NumericReader {
    private static final byte[] PAIR = new byte[0x100];
    private static final byte[] LAST = new byte[0x100];
    private static final int NEGATIVE = 0x10;
    private static final int DIGIT = 0x0F;

    static {
        for (int b = 0; b < 0x100; b++) {
            int high = b >> 4;
            int low = b & 0xF;
            PAIR[b] = (byte) (high > 9 || low > 9 ? -1 : high * 10 + low);
            LAST[b] = (byte) (high > 9 || low <= 9 ? -1 : low == 0xB || low == 0xD ? high | NEGATIVE : high);
        }
    }

    /** Bits of the first byte that an even number of digits leaves unused. */
    private final int padding;

    PackedReader(Elementary field, String name, int offset, CodePage codePage) {
        super(field, name, offset, codePage);
        padding = digits % 2 == 0 ? 0xF0 : 0;
    }

    @Override
    public long unscaled(Frame frame) throws FieldException {
        if (!fitsLong()) {
            return narrow(frame);
        }
        int at = position(frame);
        byte[] bytes = frame.bytes;
        int end = at + length - 1;
        int legal = -(bytes[at] & padding);
        long value = 0;
        for (int i = at; i < end; i++) {
            int pair = PAIR[bytes[i] & 0xFF];
            legal |= pair;
            value = value * 100 + pair;
        }
        int last = LAST[bytes[end] & 0xFF];
        value = value * 10 + (last & DIGIT);
        if ((legal | last) < 0 || (last & NEGATIVE) != 0 && !field.picture().signed()) {
            throw refused(frame);
        }
        return (last & NEGATIVE) == 0 ? value : -value;
    }

    @Override
    BigInteger wide(Frame frame) throws FieldException {
        int at = position(frame);
        int end = at + length - 1;
        int legal = -(frame.bytes[at] & padding);
        StringBuilder text = new StringBuilder();
        for (int i = at; i < end; i++) {
            int pair = PAIR[frame.bytes[i] & 0xFF];
            legal |= pair;
            text.append(pair / 10).append(Math.abs(pair % 10));
        }
        int last = LAST[frame.bytes[end] & 0xFF];
        if ((legal | last) < 0 || (last & NEGATIVE) != 0 && !field.picture().signed()) {
            throw refused(frame);
        }
        BigInteger value = new BigInteger(text.append(last & DIGIT).toString());
        return (last & NEGATIVE) == 0 ? value : value.negate();
    }

    private FieldException refused(Frame frame) {
        FieldException wholly = Suspicion.of(this, "packed decimal", frame);
        if (wholly != null) {
            return wholly;
        }
        int at = frame.start + offset;
        for (int nibble = 0; nibble < 2 * length - 1; nibble++) {
            int found = frame.bytes[at + nibble / 2] >> (nibble % 2 == 0 ? 4 : 0) & 0xF;
            String place = ", found " + Hex.ofNibble(found) + " in byte " + (nibble / 2 + 1) + " of " + length;
            if (nibble == 0 && padding != 0 && found != 0) {
                return fault(
                        DataFault.BAD_PADDING,
                        frame,
                        "expected X'0' in the half byte that " + digits + " digits leave unused" + place);
            }
            if (found > 9) {
                return fault(DataFault.BAD_DIGIT, frame, "expected digits 0 to 9" + place);
            }
        }
        int sign = frame.bytes[at + length - 1] & 0xF;
        String found = ", found " + Hex.ofNibble(sign);
        return sign <= 9
                ? fault(
                        DataFault.BAD_SIGN,
                        frame,
                        "expected a sign C, D or F (A, E plus and B minus too) in the last half byte" + found)
                : fault(DataFault.NEGATIVE, frame, "expected no minus, as the PICTURE has no S" + found);
    }
}
