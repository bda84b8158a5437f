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
    DataItem item(Entry entry, Declaration declaration, int offset, Usage usageAbove, Sign signAbove) {
        if (entry.picture == null) {
            if (!entry.faulty && entry.pictureAt == null) {
                faults.add(entry.at, "expected a PICTURE for " + entry.name + ", or items under it; found neither");
            }
            return new Group(declaration, offset, 0, List.of());
        }
        Picture picture = entry.picture;
        Usage usage = entry.usage != null ? entry.usage : usageAbove != null ? usageAbove : Usage.DISPLAY;
        if (usage != Usage.DISPLAY && !picture.isNumeric()) {
            faults.add(entry.pictureAt, "expected a numeric PICTURE with this USAGE, found " + picture);
        }
        if (isBinary(usage) && picture.size() > MOST_BINARY_DIGITS) {
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
                declaration, offset, length(picture, usage, sign), picture, usage, sign, entry.blankWhenZero != null);
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

    private static boolean isBinary(Usage usage) {
        return usage == Usage.BINARY || usage == Usage.NATIVE_BINARY;
    }

    private static int length(Picture picture, Usage usage, Sign sign) {
        return switch (usage) {
            case DISPLAY -> picture.size() + sign.bytes();
            case PACKED_DECIMAL -> picture.size() / 2 + 1;
            case BINARY, NATIVE_BINARY -> picture.size() <= 4 ? 2 : picture.size() <= 9 ? 4 : 8;
        };
    }
}
