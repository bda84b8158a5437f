package io.banku.record;

import io.banku.copybook.Elementary;
import io.banku.record.Dialect.Signs;
import java.math.BigInteger;

/**
 * COMP-3: two digits per byte, the sign in the last half byte: A C E F plus, B D minus (Enterprise COBOL,
 * NUMPROC(NOPFD)), or C D F only, by {@link Signs}. {@code 12 34 5D} is -12345; an even number of digits leaves the first half byte 0.
 * Without S in the PICTURE minus zero is 0: the machine makes it of 0 times -5.
 */
final class PackedReader extends NumericReader {
    private static final byte[] PAIR = new byte[0x100];
    private static final byte[][] LAST = new byte[Signs.values().length][0x100];
    private static final int NEGATIVE = 0x10;
    private static final int DIGIT = 0x0F;

    /** A bit for each half byte that is a minus. */
    private static final int MINUSES = 1 << 0xB | 1 << 0xD;

    static {
        for (int b = 0; b < 0x100; b++) {
            int high = b >> 4;
            int low = b & 0xF;
            PAIR[b] = (byte) (high > 9 || low > 9 ? -1 : high * 10 + low);
            for (Signs signs : Signs.values()) {
                boolean isLegal = high <= 9 && SignNibble.isLegal(low, signs);
                LAST[signs.ordinal()][b] = (byte) (!isLegal ? -1 : SignNibble.isMinus(low) ? high | NEGATIVE : high);
            }
        }
    }

    /** Bits of the first byte that an even number of digits leaves unused. */
    private final int padding;

    private final byte[] lasts;

    /** Up to 15 digits are read as one word. */
    private final boolean isWord;

    /** Bits of the word that lie behind the field. */
    private final int behind;

    /** As {@link #padding}, of the word without them. */
    private final long unused;

    /** A bit for each half byte that is a sign here. */
    private final int signs;

    PackedReader(Elementary field, Place place, Dialect dialect) {
        super(field, place, dialect);
        lasts = LAST[dialect.signs().ordinal()];
        padding = digits % 2 == 0 ? 0xF0 : 0;
        isWord = length <= Long.BYTES;
        behind = Long.SIZE - Byte.SIZE * length;
        unused = digits % 2 == 0 && isWord ? 0xF000_0000_0000_0000L >>> behind : 0;
        signs = legalSigns();
    }

    private int legalSigns() {
        int legal = 0;
        for (int nibble = 0; nibble <= 0xF; nibble++) {
            boolean isLegal = SignNibble.isLegal(nibble, dialect.signs())
                    && (field.picture().signed() || !SignNibble.isMinus(nibble));
            legal |= isLegal ? 1 << nibble : 0;
        }
        return legal;
    }

    @Override
    public long unscaled(Frame frame) throws FieldException {
        int at = position(frame);
        byte[] bytes = frame.bytes;
        if (isWord && ParallelDigits.isWord(bytes, at)) {
            long word = ParallelDigits.word(bytes, at) >>> behind;
            int sign = (int) word & 0xF;
            long digits = word >>> 4;
            if ((ParallelDigits.nibblesBeyondNine(digits) | word & unused | ~(signs >>> sign) & 1) != 0) {
                return byBytes(frame, bytes, at);
            }
            long minus = MINUSES >>> sign & 1;
            return (ParallelDigits.ofNibbles(digits) ^ -minus) + minus;
        }
        return isShort() ? byBytes(frame, bytes, at) : narrow(frame);
    }

    private long byBytes(Frame frame, byte[] bytes, int at) throws FieldException {
        int end = at + length - 1;
        int legal = -(bytes[at] & padding);
        long value = 0;
        for (int i = at; i < end; i++) {
            int pair = PAIR[bytes[i] & 0xFF];
            legal |= pair;
            value = value * 100 + pair;
        }
        int last = lasts[bytes[end] & 0xFF];
        value = value * 10 + (last & DIGIT);
        if ((legal | last) < 0
                || (last & NEGATIVE) != 0 && value != 0 && !field.picture().signed()) {
            return otherwise(frame);
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
        int last = lasts[frame.bytes[end] & 0xFF];
        if ((legal | last) < 0) {
            return BigInteger.valueOf(otherwise(frame));
        }
        BigInteger value = new BigInteger(text.append(last & DIGIT).toString());
        if ((last & NEGATIVE) != 0 && value.signum() != 0 && !field.picture().signed()) {
            return BigInteger.valueOf(otherwise(frame));
        }
        return (last & NEGATIVE) == 0 ? value : value.negate();
    }

    @Override
    FieldException refused(Frame frame) throws FieldException {
        int at = position(frame);
        FieldException wholly =
                isNumberButForPadding(frame.bytes, at) ? null : Suspicion.of(this, "packed decimal", frame);
        if (wholly != null) {
            return wholly;
        }
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
        return !SignNibble.isLegal(sign, dialect.signs())
                ? fault(
                        DataFault.BAD_SIGN,
                        frame,
                        "expected a sign " + SignNibble.expected(dialect.signs()) + " in the last half byte" + found)
                : fault(DataFault.NEGATIVE, frame, "expected no minus, as the PICTURE has no S" + found);
    }

    /** Then it is no text of another encoding, whatever its bytes look like: {@code 31 23 4C} in four digits. */
    private boolean isNumberButForPadding(byte[] bytes, int at) {
        int legal = lasts[bytes[at + length - 1] & 0xFF];
        for (int i = at; i < at + length - 1; i++) {
            legal |= PAIR[bytes[i] & 0xFF];
        }
        return legal >= 0;
    }

    @Override
    Oddity oddityOfNumber(Frame frame) throws FieldException {
        int at = position(frame);
        boolean signed = field.picture().signed();
        int sign = frame.bytes[at + length - 1] & 0xF;
        return SignNibble.isMinus(sign) && isZero(frame.bytes, at)
                ? Oddity.NEGATIVE_ZERO
                : SignNibble.oddity(sign, signed);
    }

    private boolean isZero(byte[] bytes, int at) {
        int end = at + length - 1;
        return (bytes[end] & 0xF0) == 0 && Suspicion.isAll((byte) 0, bytes, at, end);
    }
}
