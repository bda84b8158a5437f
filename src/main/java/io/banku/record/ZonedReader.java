package io.banku.record;

import static io.banku.record.ZonedDigits.DIGIT;
import static io.banku.record.ZonedDigits.NEGATIVE;

import io.banku.copybook.Elementary;
import io.banku.copybook.Sign;
import io.banku.record.Dialect.Signs;
import io.banku.record.Fillers.LeadingSpaces;
import java.math.BigInteger;

/**
 * USAGE DISPLAY numbers: a digit per byte, the sign in the zone of the first or last one or in a byte of its own. {@code
 * F1 F2 D3} is -123, and so is {@code 31 32 73} in ASCII. An unsigned field may bear a plus in its last zone.
 */
final class ZonedReader extends NumericReader {
    private final ZonedDigits table;
    private final boolean separate;
    private final boolean leading;

    /** Within the field: the byte with the sign, and from where to where the digits without one lie. */
    private final int signAt;

    private final int plainFrom;
    private final int plainTo;

    /** Up to 8 digits are read as one word, up to 16 as two, where none but the last may hold a sign. */
    private final boolean isWord;

    private final boolean isTwoWords;

    /** Bits of the only or first word that lie behind its digits; of two words the last one is full. */
    private final int behind;

    private final long zones;

    /** Bits of the last digit's meaning that make it illegal here. */
    private final int refused;

    /** Null where they are a fault. */
    private final LeadingBlanks leadingBlanks;

    ZonedReader(Elementary field, Place place, Dialect dialect) {
        super(field, place, dialect);
        Sign sign = field.sign();
        table = ZonedDigits.of(dialect);
        separate = sign.isSeparate();
        leading = sign.isLeading();
        signAt = leading ? 0 : length - 1;
        plainFrom = leading ? 1 : 0;
        plainTo = leading ? length : length - 1;
        leadingBlanks = leadingBlanks(place.name());
        boolean isPlain = !leading && !separate && dialect.signs() != Signs.LENIENT;
        isWord = isPlain && length <= Long.BYTES;
        isTwoWords = isPlain && length > Long.BYTES && length <= 2 * Long.BYTES;
        behind = Long.SIZE - Byte.SIZE * (isTwoWords ? length - Long.BYTES : length);
        zones = ParallelDigits.everyByte(codePage.isEbcdic() ? 0xF0 : 0x30);
        refused = Integer.MIN_VALUE | (field.picture().signed() ? 0 : NEGATIVE);
    }

    /** Where the first digit holds the sign there can be none. */
    private LeadingBlanks leadingBlanks(String name) {
        if (dialect.fillers().leadingSpaces() == LeadingSpaces.REJECT || leading && !separate) {
            return null;
        }
        ZonedReader withZeros = new ZonedReader(field, Place.first(name), dialect.with(Fillers.REJECTED));
        return new LeadingBlanks(leading ? 1 : 0, leading || !separate ? length : plainTo, length, codePage, withZeros);
    }

    @Override
    public long unscaled(Frame frame) throws FieldException {
        int at = position(frame);
        byte[] bytes = frame.bytes;
        if (isTwoWords || isWord && ParallelDigits.isWord(bytes, at)) {
            return byWords(frame, bytes, at);
        }
        return isShort() ? byBytes(frame, bytes, at) : narrow(frame);
    }

    private long byWords(Frame frame, byte[] bytes, int at) throws FieldException {
        int last = table.overpunched(bytes[at + length - 1]);
        long first = (ParallelDigits.word(bytes, at) ^ zones) >>> behind;
        long digits = isWord ? first : ParallelDigits.word(bytes, at + length - Long.BYTES) ^ zones;
        digits = digits & ~0xFFL | last & DIGIT;
        long value = ParallelDigits.ofBytes(digits);
        long illegal = ParallelDigits.beyondNine(digits) | last & refused;
        if (isTwoWords) {
            illegal |= ParallelDigits.beyondNine(first);
            value += ParallelDigits.ofBytes(first) * 100_000_000;
        }
        if (illegal != 0) {
            return byBytes(frame, bytes, at);
        }
        long minus = (last & NEGATIVE) >>> 4;
        return (value ^ -minus) + minus;
    }

    private long byBytes(Frame frame, byte[] bytes, int at) throws FieldException {
        int sign = sign(bytes, at);
        int legal = sign;
        long value = leading ? sign & DIGIT : 0;
        for (int i = at + plainFrom, end = at + plainTo; i < end; i++) {
            int digit = table.plain(bytes[i]);
            legal |= digit;
            value = value * 10 + digit;
        }
        if (!leading && !separate) {
            value = value * 10 + (sign & DIGIT);
        }
        if (legal < 0 || (sign & NEGATIVE) != 0 && !field.picture().signed()) {
            Frame filled = leadingBlanks == null ? null : leadingBlanks.filled(frame, at);
            return filled == null
                    ? otherwiseOrBlank(frame)
                    : leadingBlanks.withZeros().unscaled(filled);
        }
        return (sign & NEGATIVE) == 0 ? value : -value;
    }

    @Override
    BigInteger wide(Frame frame) throws FieldException {
        int at = position(frame);
        int sign = sign(frame.bytes, at);
        int legal = sign;
        StringBuilder text =
                new StringBuilder().append((sign & NEGATIVE) == 0 ? '+' : '-').append(leading ? sign & DIGIT : 0);
        for (int i = plainFrom; i < plainTo; i++) {
            int digit = table.plain(frame.bytes[at + i]);
            legal |= digit;
            text.append(digit);
        }
        if (!leading && !separate) {
            text.append(sign & DIGIT);
        }
        if (legal < 0 || (sign & NEGATIVE) != 0 && !field.picture().signed()) {
            Frame filled = leadingBlanks == null ? null : leadingBlanks.filled(frame, at);
            return filled == null
                    ? BigInteger.valueOf(otherwiseOrBlank(frame))
                    : leadingBlanks.withZeros().wide(filled);
        }
        return new BigInteger(text.toString());
    }

    private int sign(byte[] bytes, int at) {
        byte b = bytes[at + signAt];
        return separate ? table.separate(b) : table.overpunched(b);
    }

    private long otherwiseOrBlank(Frame frame) throws FieldException {
        int at = position(frame);
        return field.blankWhenZero() && Suspicion.isAll(codePage.blank(), frame.bytes, at, at + length)
                ? 0
                : otherwise(frame);
    }

    @Override
    FieldException refused(Frame frame) throws FieldException {
        int at = position(frame);
        FieldException wholly = Suspicion.of(this, "zoned decimal", frame);
        if (wholly != null) {
            return wholly;
        }
        for (int i = plainFrom; i < plainTo; i++) {
            byte b = frame.bytes[at + i];
            if (table.plain(b) < 0) {
                return fault(DataFault.BAD_DIGIT, frame, expectedDigit(b, i));
            }
        }
        byte b = frame.bytes[at + signAt];
        if (sign(frame.bytes, at) >= 0) {
            return fault(
                    DataFault.NEGATIVE,
                    frame,
                    "expected no minus, as the PICTURE has no S, found " + Hex.of(b) + " in byte " + length + " of "
                            + length);
        }
        if (!field.picture().signed()) {
            return fault(DataFault.BAD_DIGIT, frame, expectedDigit(b, signAt));
        }
        return fault(
                DataFault.BAD_SIGN,
                frame,
                "expected " + expectedSign() + ", found " + Hex.of(b) + " in byte " + (signAt + 1) + " of " + length);
    }

    private String expectedDigit(byte found, int index) {
        return "expected digits " + (codePage.isEbcdic() ? "X'F0' to X'F9'" : "X'30' to X'39'") + ", found "
                + Hex.of(found) + (found == codePage.blank() ? " (a blank)" : "") + " in byte " + (index + 1) + " of "
                + length;
    }

    private String expectedSign() {
        if (separate) {
            return codePage.isEbcdic() ? "a sign X'4E' (+) or X'60' (-)" : "a sign X'2B' (+) or X'2D' (-)";
        }
        return codePage.isEbcdic()
                ? "a digit with zone " + SignNibble.expected(dialect.signs()) + " as the sign"
                : "a digit with its sign: 0 to 9, p to y, { A to I or } J to R";
    }

    @Override
    Oddity oddityOfNumber(Frame frame) throws FieldException {
        int at = position(frame);
        if (leadingBlanks != null && leadingBlanks.filled(frame, at) != null) {
            return Oddity.FILLER;
        }
        int sign = sign(frame.bytes, at);
        if (sign < 0) {
            return null; // blank when zero
        }
        if ((sign & NEGATIVE) != 0 && isZero(frame.bytes, at, sign)) {
            return Oddity.NEGATIVE_ZERO;
        }
        if (dialect.signs() == Signs.LENIENT && hasUnusualZone(frame.bytes, at)) {
            return Oddity.UNUSUAL_SIGN;
        }
        return separate ? null : oddity(frame.bytes[at + signAt] & 0xFF);
    }

    private boolean isZero(byte[] bytes, int at, int sign) {
        for (int i = plainFrom; i < plainTo; i++) {
            if (table.plain(bytes[at + i]) != 0) {
                return false;
            }
        }
        return (sign & DIGIT) == 0;
    }

    /** What only {@link Signs#LENIENT} takes: a blank for a sign of its own, a zone on a digit that bears no sign. */
    private boolean hasUnusualZone(byte[] bytes, int at) {
        if (separate && bytes[at + signAt] == codePage.blank()) {
            return true;
        }
        for (int i = plainFrom; i < plainTo; i++) {
            if (codePage.isEbcdic() && (bytes[at + i] & 0xF0) != 0xF0) {
                return true;
            }
        }
        return false;
    }

    /** In ASCII a digit without a sign is all that COBOL writes where the PICTURE has no S. */
    private Oddity oddity(int last) {
        boolean signed = field.picture().signed();
        if (codePage.isEbcdic()) {
            return SignNibble.oddity(last >> 4, signed);
        }
        return signed || last >= '0' && last <= '9' ? null : Oddity.SIGN_WITHOUT_S;
    }
}
