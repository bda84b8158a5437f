package io.banku.record;

import io.banku.copybook.Elementary;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * Numeric-edited pictures: {@code 40 40 40 F7 4B F5 F0 60} by {@code Z(3)9.99-} is -7.50. Legal is what editing the number
 * that it seems to be gives again, character by character. Its text is the characters as they stand.
 */
final class EditedReader extends NumericReader {
    private final Editor editor;
    private final boolean[] isPlaceOfDigit;

    EditedReader(Elementary field, Place place, Dialect dialect) {
        this(field, place, dialect, new Editor(field));
    }

    private EditedReader(Elementary field, Place place, Dialect dialect, Editor editor) {
        super(field, place, dialect, editor.digits());
        this.editor = editor;
        this.isPlaceOfDigit = editor.placesOfDigits();
    }

    @Override
    public long unscaled(Frame frame) throws FieldException {
        if (!isShort()) {
            return narrow(frame);
        }
        String number = number(frame);
        return number == null ? otherwise(frame) : Long.parseLong(number);
    }

    @Override
    BigInteger wide(Frame frame) throws FieldException {
        String number = number(frame);
        return number == null ? BigInteger.valueOf(otherwise(frame)) : new BigInteger(number);
    }

    @Override
    public String text(Frame frame) throws FieldException {
        if (isAbsent(frame)) {
            return null;
        }
        wide(frame);
        int at = position(frame);
        char[] decoded = new char[length];
        codePage.characters().decode(frame.bytes, at, at + length, decoded);
        return new String(decoded);
    }

    /** Its sign and digits, or null when the characters are not what editing gives. */
    private String number(Frame frame) throws FieldException {
        int at = position(frame);
        char[] found = new char[length];
        if (codePage.characters().decode(frame.bytes, at, at + length, found) != length) {
            return null;
        }
        StringBuilder digits = new StringBuilder();
        boolean negative = false;
        for (int i = 0; i < length; i++) {
            if (isPlaceOfDigit[i]) {
                digits.append(found[i] >= '0' && found[i] <= '9' ? found[i] : '0');
            }
            negative |= found[i] == '-' || found[i] == 'C' || found[i] == 'D';
        }
        return Arrays.equals(editor.edit(digits.toString(), negative), found) ? (negative ? "-" : "") + digits : null;
    }

    @Override
    FieldException refused(Frame frame) throws FieldException {
        FieldException wholly = Suspicion.of(this, "an edited number", frame);
        return wholly != null
                ? wholly
                : fault(
                        DataFault.BAD_EDITING,
                        frame,
                        "expected a number as PIC " + field.picture() + " edits it, found something else");
    }
}
