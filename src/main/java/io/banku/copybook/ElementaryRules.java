package io.banku.copybook;

import java.util.List;

/** An entry with nothing under it → an elementary item, if its clauses go together. */
final class ElementaryRules {
    private static final int MOST_BINARY_DIGITS = 18;

    private final Faults faults;

    ElementaryRules(Faults faults) {
        this.faults = faults;
    }

    /** What {@code entry} does not say itself, it has from the groups above it. */
    DataItem item(Entry entry, Declaration declaration, Extent start, Usage usageAbove, Sign signAbove) {
        if (entry.picture == null) {
            if (!entry.faulty && entry.pictureAt == null) {
                faults.add(entry.at, "expected a PICTURE for " + entry.name + ", or items under it; found neither");
            }
            return new Group(declaration, start, Extent.of(0), List.of());
        }
        Picture picture = entry.picture;
        Usage usage = entry.usage != null ? entry.usage : usageAbove != null ? usageAbove : Usage.DISPLAY;
        if (usage != Usage.DISPLAY && !picture.isNumeric()) {
            faults.add(entry.pictureAt, "expected a numeric PICTURE with this USAGE, found " + picture);
        }
        if (usage.isBinary() && picture.size() > MOST_BINARY_DIGITS) {
            faults.add(
                    entry.pictureAt,
                    "expected at most " + MOST_BINARY_DIGITS + " digits in a binary item, found " + picture);
        }
        Sign sign = sign(entry, picture, usage, signAbove);
        if (entry.blankWhenZero != null && (!picture.isNumeric() || picture.signed() || usage != Usage.DISPLAY)) {
            faults.add(
                    entry.blankWhenZero,
                    "expected BLANK WHEN ZERO on an unsigned DISPLAY number, found PIC " + picture);
        }
        return new Elementary(
                declaration,
                start,
                length(picture, usage, sign),
                picture,
                usage,
                sign,
                entry.blankWhenZero != null,
                false);
    }

    private Sign sign(Entry entry, Picture picture, Usage usage, Sign signAbove) {
        boolean zoned = usage == Usage.DISPLAY && picture.signed();
        if (entry.signAt != null && !zoned) {
            faults.add(entry.signAt, "expected SIGN on a DISPLAY number with S in its PICTURE, found PIC " + picture);
        }
        if (!zoned) {
            return Sign.NONE;
        }
        return entry.sign != null ? entry.sign : signAbove != null ? signAbove : Sign.TRAILING;
    }

    private static int length(Picture picture, Usage usage, Sign sign) {
        return switch (usage) {
            case DISPLAY -> picture.size() + sign.bytes();
            case PACKED_DECIMAL -> picture.size() / 2 + 1;
            case BINARY, NATIVE_BINARY -> picture.size() <= 4 ? 2 : picture.size() <= 9 ? 4 : 8;
            case FLOAT_SHORT, INDEX, POINTER, POINTER_32, FUNCTION_POINTER, OBJECT_REFERENCE -> 4;
            case FLOAT_LONG, PROCEDURE_POINTER -> 8;
            case DISPLAY_1, NATIONAL -> 2 * (picture.size() + sign.bytes());
        };
    }
}
