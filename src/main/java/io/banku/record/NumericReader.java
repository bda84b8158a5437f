package io.banku.record;

import io.banku.copybook.Elementary;
import io.banku.record.Fillers.Meaning;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;

/** What the numeric usages share: from the unscaled value to decimals and text, and what fillers mean. */
abstract class NumericReader extends ItemReader {
    /** Any number of so many digits fits a long. */
    static final int LONG_DIGITS = 18;

    final Elementary field;
    final int digits;
    private final int scale;
    private final Fillers fillers;
    private final boolean mayBeAbsent;

    NumericReader(Elementary field, Place place, Dialect dialect) {
        this(field, place, dialect, field.picture().size());
    }

    NumericReader(Elementary field, Place place, Dialect dialect, int digits) {
        super(field, place, dialect);
        this.field = field;
        this.digits = digits;
        this.scale = field.picture().scale();
        this.fillers = dialect.fillers();
        this.mayBeAbsent = fillers.mayBeNull();
    }

    /** The unscaled value where it may not fit a long. */
    abstract BigInteger wide(Frame frame) throws FieldException;

    /** What is wrong with bytes that are no legal number. */
    abstract FieldException refused(Frame frame) throws FieldException;

    /** Whether every legal value fits a long. */
    boolean isShort() {
        return digits <= LONG_DIGITS;
    }

    @Override
    public final boolean fitsLong() {
        return isShort() && !mayBeAbsent;
    }

    @Override
    public final boolean mayBeAbsent() {
        return mayBeAbsent;
    }

    /** For {@link #unscaled} of fields that do not always fit. */
    final long narrow(Frame frame) throws FieldException {
        BigInteger value = wide(frame);
        if (value.bitLength() > 63) {
            throw fault(
                    DataFault.BEYOND_64_BITS,
                    frame,
                    "expected a number that fits 64 bits, found one of "
                            + value.abs().toString().length() + " digits");
        }
        return value.longValue();
    }

    /** The value of bytes that are no legal number: zero, if that is what such a filler means; else an exception. */
    final long otherwise(Frame frame) throws FieldException {
        Meaning meaning = meaning(frame);
        if (meaning == Meaning.ZERO) {
            return 0;
        }
        throw meaning == Meaning.NULL
                ? fault(DataFault.ABSENT, frame, "expected a number, found a filler that stands for none")
                : refused(frame);
    }

    private Meaning meaning(Frame frame) throws FieldException {
        int at = position(frame);
        return fillers.of(codePage, frame.bytes, at, at + length);
    }

    final boolean isAbsent(Frame frame) throws FieldException {
        return mayBeAbsent && meaning(frame) == Meaning.NULL;
    }

    /** A value that can be read is a filler, if a filler may be one: no number has such bytes. */
    private boolean isFiller(Frame frame) throws FieldException {
        return !fillers.equals(Fillers.REJECTED) && meaning(frame) != Meaning.REJECT;
    }

    /** Whether a field of this byte only is a number; asked of a field at the beginning of its record. */
    final boolean isLegal(byte filler) {
        Frame frame = new Frame();
        frame.bytes = new byte[length];
        frame.length = length;
        Arrays.fill(frame.bytes, filler);
        try {
            return decimal(frame) != null;
        } catch (FieldException illegal) {
            return false;
        }
    }

    /** Nearly all values are not odd: only those that are have to be legal, too. */
    @Override
    public final Oddity oddity(Frame frame) {
        try {
            if (!isPresent(frame)) {
                return null;
            }
            if (isFiller(frame)) {
                return Oddity.FILLER;
            }
            Oddity found = oddityOfNumber(frame);
            return found == null || decimal(frame) == null ? null : found;
        } catch (FieldException illegal) {
            return null;
        }
    }

    /** What is odd about the bytes, if they are a number. */
    Oddity oddityOfNumber(Frame frame) throws FieldException {
        return null;
    }

    @Override
    public final boolean isNumeric() {
        return true;
    }

    @Override
    public final int scale() {
        return scale;
    }

    @Override
    public final BigDecimal decimal(Frame frame) throws FieldException {
        if (isAbsent(frame)) {
            return null;
        }
        return isShort() ? BigDecimal.valueOf(unscaled(frame), scale) : exact(frame);
    }

    /** {@link #decimal} of what is there, and may not fit a long. */
    BigDecimal exact(Frame frame) throws FieldException {
        return new BigDecimal(wide(frame), scale);
    }

    @Override
    public String text(Frame frame) throws FieldException {
        if (isAbsent(frame)) {
            return null;
        }
        return isShort()
                ? DigitText.of(unscaled(frame), digits, scale)
                : DigitText.of(wide(frame).toString(), digits, scale);
    }
}
