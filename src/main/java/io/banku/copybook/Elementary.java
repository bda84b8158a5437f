package io.banku.copybook;

/**
 * An item that holds a value.
 *
 * @param length in bytes
 * @param picture {@link Picture#NONE} for COMP-1, COMP-2, POINTER and their like
 * @param sign of a number in DISPLAY or NATIONAL digits; {@link Sign#NONE} for everything else
 * @param blankWhenZero whether a number of spaces only is zero
 * @param justified whether text stands at the right end of the item
 */
public record Elementary(
        Declaration declaration,
        Extent start,
        int length,
        Picture picture,
        Usage usage,
        Sign sign,
        boolean blankWhenZero,
        boolean justified)
        implements DataItem {

    @Override
    public Extent size() {
        return Extent.of(length);
    }

    /** Whether its value is a number in digits, binary or floating point; edited numbers are text until they are read. */
    public boolean isNumeric() {
        return picture.isNumeric() || usage.isFloat();
    }

    /** As a message shows it: {@code PIC S9(11)V99 COMP-3}. */
    public String description() {
        String type = picture.category() == Picture.Category.NONE
                ? usage.toString()
                : "PIC " + picture + (usage == Usage.DISPLAY ? "" : " " + usage);
        return type
                + switch (sign) {
                    case NONE, TRAILING -> "";
                    case LEADING -> " SIGN LEADING";
                    case TRAILING_SEPARATE -> " SIGN TRAILING SEPARATE";
                    case LEADING_SEPARATE -> " SIGN LEADING SEPARATE";
                };
    }
}
