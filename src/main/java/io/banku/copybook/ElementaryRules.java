package io.banku.copybook;

import io.banku.copybook.Picture.Category;
import java.util.List;
import java.util.Set;

/** An entry with nothing under it → an elementary item, if its clauses go together. */
final class ElementaryRules {
    private static final int MOST_BINARY_DIGITS = 18;
    private static final int BYTES_OF_UTF_8 = 4;
    private static final Set<Category> OF_NATIONAL = Set.of(
            Category.NATIONAL,
            Category.NATIONAL_EDITED,
            Category.NUMERIC,
            Category.NUMERIC_EDITED,
            Category.EXTERNAL_FLOAT);
    private static final Set<Category> JUSTIFIABLE =
            Set.of(Category.ALPHABETIC, Category.ALPHANUMERIC, Category.DBCS, Category.NATIONAL);

    private final Faults faults;

    ElementaryRules(Faults faults) {
        this.faults = faults;
    }

    /** What the groups above it say is already said of {@code entry}. */
    DataItem item(Entry entry, Declaration declaration, Extent start) {
        Usage usage = usage(entry);
        if (entry.picture == null && !usage.isPictureless()) {
            if (!entry.faulty && entry.pictureAt == null) {
                faults.add(entry.at, "expected a PICTURE for " + entry.name + ", or items under it; found neither");
            }
            return new Group(declaration, start, Extent.of(0), List.of());
        }
        Picture picture = usage.isPictureless() ? Picture.NONE : entry.picture;
        checkPicture(entry, picture, usage);
        if (entry.byteLengthAt != null) {
            checkByteLength(entry, picture);
            picture = new Picture(picture.text(), picture.category(), entry.byteLength, 0, false);
        }
        Sign sign = sign(entry, picture, usage);
        checkFilling(entry, picture, usage);
        return new Elementary(
                declaration,
                start,
                entry.byteLengthAt != null ? entry.byteLength : length(picture, usage, sign),
                picture,
                usage,
                sign,
                entry.blankWhenZero != null,
                entry.justified != null);
    }

    /** A PICTURE of N or G says its usage itself (Enterprise COBOL, NSYMBOL(NATIONAL)). */
    private static Usage usage(Entry entry) {
        if (entry.usage != null) {
            return entry.usage;
        }
        if (entry.picture != null && entry.picture.category() == Category.UTF_8) {
            return Usage.UTF_8;
        }
        if (entry.picture == null || !entry.picture.isWide()) {
            return Usage.DISPLAY;
        }
        return entry.picture.category() == Category.DBCS ? Usage.DISPLAY_1 : Usage.NATIONAL;
    }

    private void checkPicture(Entry entry, Picture picture, Usage usage) {
        if (usage.isPictureless() && entry.pictureAt != null) {
            faults.add(entry.pictureAt, "expected no PICTURE with USAGE " + usage + ", found " + entry.pictureAt);
        }
        String expected = switch (usage) {
            case BINARY, NATIVE_BINARY, PACKED_DECIMAL ->
                picture.isNumeric() ? null : "a numeric PICTURE with this USAGE";
            case DISPLAY ->
                picture.isWide()
                        ? "USAGE NATIONAL or DISPLAY-1 with this PICTURE"
                        : picture.category() == Category.UTF_8 ? "USAGE UTF-8 with this PICTURE" : null;
            case UTF_8 -> picture.category() == Category.UTF_8 ? null : "a PICTURE of U with USAGE UTF-8";
            case DISPLAY_1 ->
                picture.category() == Category.DBCS || picture.category() == Category.NATIONAL
                        ? null
                        : "a PICTURE of G or N with USAGE DISPLAY-1";
            case NATIONAL ->
                OF_NATIONAL.contains(picture.category()) ? null : "a numeric PICTURE, or one of N, with USAGE NATIONAL";
            default -> null;
        };
        if (expected != null) {
            faults.add(entry.pictureAt, "expected " + expected + ", found " + picture);
        }
        if (usage.isBinary() && picture.size() > MOST_BINARY_DIGITS) {
            faults.add(
                    entry.pictureAt,
                    "expected at most " + MOST_BINARY_DIGITS + " digits in a binary item, found " + picture);
        }
    }

    private void checkByteLength(Entry entry, Picture picture) {
        if (!picture.text().equals("U")) {
            faults.add(entry.byteLengthAt, "expected BYTE-LENGTH with PIC U, found PIC " + picture);
        }
    }

    private Sign sign(Entry entry, Picture picture, Usage usage) {
        boolean inDigits =
                (usage == Usage.DISPLAY || usage == Usage.NATIONAL) && picture.isNumeric() && picture.signed();
        if (entry.signAt != null && !inDigits) {
            faults.add(
                    entry.signAt,
                    "expected SIGN on a DISPLAY number with S in its PICTURE, found "
                            + (picture == Picture.NONE ? "USAGE " + usage : "PIC " + picture));
        }
        if (!inDigits) {
            return Sign.NONE;
        }
        Sign sign = entry.sign != null ? entry.sign : Sign.TRAILING;
        if (usage == Usage.NATIONAL && !sign.isSeparate()) {
            faults.add(entry.pictureAt, "expected SIGN SEPARATE with S and USAGE NATIONAL, found PIC " + picture);
        }
        return sign;
    }

    private void checkFilling(Entry entry, Picture picture, Usage usage) {
        boolean isEdited = picture.category() == Category.NUMERIC_EDITED;
        boolean isPlain = picture.isNumeric() && !picture.signed();
        boolean inCharacters = usage == Usage.DISPLAY || usage == Usage.NATIONAL;
        if (entry.blankWhenZero != null && !(inCharacters && (isEdited || isPlain))) {
            faults.add(
                    entry.blankWhenZero,
                    "expected BLANK WHEN ZERO on an unsigned DISPLAY number, found PIC " + picture);
        }
        if (entry.justified != null && !JUSTIFIABLE.contains(picture.category())) {
            faults.add(entry.justified, "expected JUSTIFIED on text, found PIC " + picture);
        }
    }

    private static int length(Picture picture, Usage usage, Sign sign) {
        return switch (usage) {
            case DISPLAY -> picture.size() + sign.bytes();
            case DISPLAY_1, NATIONAL -> 2 * (picture.size() + sign.bytes());
            case UTF_8 -> BYTES_OF_UTF_8 * picture.size();
            case PACKED_DECIMAL -> picture.size() / 2 + 1;
            case BINARY, NATIVE_BINARY -> picture.size() <= 4 ? 2 : picture.size() <= 9 ? 4 : 8;
            case FLOAT_SHORT, INDEX, POINTER, POINTER_32, FUNCTION_POINTER, OBJECT_REFERENCE -> 4;
            case FLOAT_LONG, PROCEDURE_POINTER -> 8;
        };
    }
}
