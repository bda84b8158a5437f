package io.banku.copybook;

/**
 * What a PICTURE says. {@code S9(5)V99} has 7 digits, scale 2 and a sign; {@code 9(3)PP} has 3 digits and scale -2;
 * {@code X(30)} has 30 characters.
 *
 * @param size digits that are stored, or characters
 * @param scale decimals; negative where P stands for zeros before the decimal point
 */
public record Picture(String text, Category category, int size, int scale, boolean signed) {
    public enum Category {
        ALPHABETIC,
        ALPHANUMERIC,
        NUMERIC
    }

    /** COBOL has 18 digits, IBM's ARITH(EXTEND) 31, COBOL 2002 onwards up to 38. */
    static final int MOST_DIGITS = 38;

    public boolean isNumeric() {
        return category == Category.NUMERIC;
    }

    @Override
    public String toString() {
        return text;
    }
}
