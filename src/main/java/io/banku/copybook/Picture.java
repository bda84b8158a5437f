package io.banku.copybook;

/**
 * What a PICTURE says. {@code S9(5)V99} has 7 digits, scale 2 and a sign; {@code 9(3)PP} has 3 digits and scale -2;
 * {@code X(30)} has 30 characters; {@code Z(5)9.99-} has 10 characters, scale 2 and a sign.
 *
 * @param size digits that are stored, or characters
 * @param scale decimals; negative where P stands for zeros before the decimal point
 * @param editing of a NUMERIC_EDITED picture, null for any other
 */
public record Picture(String text, Category category, int size, int scale, boolean signed, Editing editing) {
    public enum Category {
        ALPHABETIC,
        ALPHANUMERIC,
        NUMERIC,
        /** Text with blanks, zeros or slashes at fixed places: {@code XXBXX/9}. */
        ALPHANUMERIC_EDITED,
        /** A number as people read it: {@code Z(5)9.99-}. */
        NUMERIC_EDITED,
        /** A number with an exponent, as text: {@code +9.99E+99}. */
        EXTERNAL_FLOAT,
        /** Double-byte characters: {@code G(10)}. */
        DBCS,
        /** UTF-16: {@code N(10)}. */
        NATIONAL,
        NATIONAL_EDITED,
        /** {@code U(10)}. */
        UTF_8,
        /** COMP-1, POINTER and their like have no PICTURE. */
        NONE
    }

    /** COBOL has 18 digits, IBM's ARITH(EXTEND) 31, COBOL 2002 onwards up to 38. */
    static final int MOST_DIGITS = 38;

    /** Beyond this a size is surely a slip; Enterprise COBOL ends here too. */
    static final int LARGEST = 134_217_727;

    public static final Picture NONE = new Picture("", Category.NONE, 0, 0, false);

    public Picture(String text, Category category, int size, int scale, boolean signed) {
        this(text, category, size, scale, signed, null);
    }

    public boolean isNumeric() {
        return category == Category.NUMERIC;
    }

    /** Whether it is two bytes for each character, whatever the USAGE. */
    boolean isWide() {
        return category == Category.DBCS || category == Category.NATIONAL || category == Category.NATIONAL_EDITED;
    }

    @Override
    public String toString() {
        return text;
    }
}
