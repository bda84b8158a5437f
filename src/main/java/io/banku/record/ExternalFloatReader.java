package io.banku.record;

import io.banku.copybook.Elementary;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number with an exponent, as text: {@code -1.25E+03} by {@code -9.99E+99} is -1250. A {@code +} in the PICTURE stands for
 * {@code +} or {@code -}, a {@code -} for a blank or {@code -}; V stands for a point that is not there.
 */
final class ExternalFloatReader extends NumericReader {
    private static final Pattern REPEATED = Pattern.compile("(.)\\((\\d+)\\)");

    private final Pattern form;
    private final int impliedDecimals;

    ExternalFloatReader(Elementary field, Place place, Dialect dialect) {
        super(field, place, dialect);
        String written = written(field);
        int implied = written.indexOf('V');
        impliedDecimals = implied < 0 ? 0 : written.indexOf('E') - implied - 1;
        form = Pattern.compile(written.replace("V", "")
                .replace(".", "\\.")
                .replace("-", "[ -]")
                .replace("+", "[+-]")
                .replace("9", "[0-9]"));
    }

    /** The PICTURE with a symbol for each character: {@code -9.99E+99} for {@code -9.9(2)E+99}. */
    static String written(Elementary field) {
        return REPEATED.matcher(field.picture().text())
                .replaceAll(run -> Matcher.quoteReplacement(run.group(1).repeat(Integer.parseInt(run.group(2)))));
    }

    @Override
    boolean isShort() {
        return false;
    }

    @Override
    BigDecimal exact(Frame frame) throws FieldException {
        int at = position(frame);
        char[] found = new char[length];
        int count = codePage.characters().decode(frame.bytes, at, at + length, found);
        if (count != length || !form.matcher(new String(found)).matches()) {
            return BigDecimal.valueOf(otherwise(frame));
        }
        BigDecimal value = new BigDecimal(new String(found).replace(" ", "")).movePointLeft(impliedDecimals);
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    @Override
    BigInteger wide(Frame frame) throws FieldException {
        BigDecimal value = exact(frame);
        if (value.stripTrailingZeros().scale() > 0) {
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
        FieldException wholly = Suspicion.of(this, "a number with an exponent", frame);
        return wholly != null
                ? wholly
                : fault(
                        DataFault.BAD_EDITING,
                        frame,
                        "expected a number as PIC " + field.picture() + " writes it, found something else");
    }
}
