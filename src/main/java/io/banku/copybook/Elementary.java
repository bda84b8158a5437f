package io.banku.copybook;

/**
 * An item that holds a value.
 *
 * @param sign of a DISPLAY number; {@link Sign#NONE} for everything else
 * @param blankWhenZero whether a number of spaces only is zero
 */
public record Elementary(
        Declaration declaration, int offset, int length, Picture picture, Usage usage, Sign sign, boolean blankWhenZero)
        implements DataItem {

    public boolean isNumeric() {
        return picture.isNumeric();
    }

    /** As a message shows it: {@code PIC S9(11)V99 COMP-3}. */
    public String description() {
        return "PIC " + picture
                + switch (usage) {
                    case DISPLAY -> "";
                    case BINARY -> " COMP";
                    case NATIVE_BINARY -> " COMP-5";
                    case PACKED_DECIMAL -> " COMP-3";
                }
                + switch (sign) {
                    case NONE, TRAILING -> "";
                    case LEADING -> " SIGN LEADING";
                    case TRAILING_SEPARATE -> " SIGN TRAILING SEPARATE";
                    case LEADING_SEPARATE -> " SIGN LEADING SEPARATE";
                };
    }
}
