package io.banku.record;

import io.banku.copybook.Elementary;
import java.math.BigDecimal;
import java.math.BigInteger;

/** What the numeric usages share: from the unscaled value to decimals and text. */
abstract class NumericReader extends ItemReader {
    /** Any number of so many digits fits a long. */
    static final int LONG_DIGITS = 18;

    final Elementary field;
    final int digits;
    private final int scale;

    NumericReader(Elementary field, String name, int offset, CodePage codePage) {
        super(field, name, offset, codePage);
        this.field = field;
        this.digits = field.picture().size();
        this.scale = field.picture().scale();
    }

    /** The unscaled value where it may not fit a long. */
    abstract BigInteger wide(Frame frame) throws FieldException;

    /** Whether every legal value fits a long. */
    boolean fitsLong() {
        return digits <= LONG_DIGITS;
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
        return fitsLong() ? BigDecimal.valueOf(unscaled(frame), scale) : new BigDecimal(wide(frame), scale);
    }

    @Override
    public final String text(Frame frame) throws FieldException {
        return fitsLong()
                ? DigitText.of(unscaled(frame), digits, scale)
                : DigitText.of(wide(frame).toString(), digits, scale);
    }
}
