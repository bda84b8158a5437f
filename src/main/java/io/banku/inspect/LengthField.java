package io.banku.inspect;

import io.banku.copybook.Copybook;
import io.banku.copybook.DataItem;
import io.banku.copybook.Elementary;
import io.banku.copybook.Group;
import io.banku.copybook.Layout;
import io.banku.record.CodePage;
import io.banku.record.Dialect;
import io.banku.record.Framing;
import io.banku.record.FramingForm;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A number in each record that says how long it is: by it the file falls into records to its very end. Immutable.
 *
 * @param walk what reading the file by it found
 */
record LengthField(LengthWord word, Walk walk) {
    private static final String NAME = "REC-LENGTH";

    /** The framing of a feed whose copybook calls the field so. */
    static FramingForm form(LengthWord word, String field) {
        Map<String, String> options = new LinkedHashMap<>(Map.of("field", field));
        if (word.add() > 0) {
            options.put("add", String.valueOf(word.add()));
        }
        return new FramingForm("length-field", options);
    }

    static Framing framing(LengthWord word, CodePage page) {
        Dialect dialect = Dialect.of(page);
        Layout layout = Copybook.parse("LENGTH", copybook(word));
        return Framing.of(
                form(word, NAME).toString(),
                layout,
                word.kind() == LengthWord.Kind.LITTLE ? dialect.with("endian", "little") : dialect);
    }

    private static String copybook(LengthWord word) {
        return "       01  RECORD-OF-FILE.\n"
                + (word.at() == 0 ? "" : "           05  FILLER PIC X(" + word.at() + ").\n")
                + "           05  " + NAME + " " + picture(word) + ".\n";
    }

    private static String picture(LengthWord word) {
        return switch (word.kind()) {
            case BIG, LITTLE -> "PIC 9(" + (word.width() == 2 ? 4 : 9) + ") COMP-5";
            case PACKED -> "PIC 9(" + (2 * word.width() - 1) + ") COMP-3";
            case ZONED -> "PIC S9(" + word.width() + ")";
            default -> "PIC 9(" + word.width() + ")";
        };
    }

    /** As {@code framing:} has it, where a copybook has a number at that place, and nothing else has to be said to read it. */
    Optional<String> framing(Layout layout) {
        if (word.kind() == LengthWord.Kind.LITTLE) {
            return Optional.empty();
        }
        return layout.roots().stream()
                .flatMap(root -> at(root).stream())
                .findFirst()
                .map(field -> form(word, field.name()).toString());
    }

    private Optional<DataItem> at(DataItem item) {
        if (item instanceof Group group) {
            return item.isTable()
                    ? Optional.empty()
                    : group.items().stream().flatMap(each -> at(each).stream()).findFirst();
        }
        boolean isIt = item.offset() == word.at()
                && item.length() == word.width()
                && !item.isFiller()
                && item instanceof Elementary field
                && field.isNumeric();
        return isIt ? Optional.of(item) : Optional.empty();
    }

    /** What it is, the evidence, and what to write. */
    String told() {
        String bytes = word.width() == 1 ? "byte " + word.at() : "bytes " + word.at() + " to " + (word.end() - 1);
        return bytes + " of each record hold its length, as " + kind() + ", which counts " + counted() + ": "
                + Told.counted(walk.records(), "record") + " of " + Told.number(walk.shortest()) + " to "
                + Told.number(walk.longest())
                + " bytes, and the last one ends with the file. Give the field a name in the"
                + " copybook, such as " + NAME + " " + picture(word) + " at byte " + word.at() + ", and write framing: "
                + form(word, NAME)
                + (word.kind() == LengthWord.Kind.LITTLE ? ", and endian: little" : "");
    }

    private String kind() {
        return switch (word.kind()) {
            case BIG -> "a binary number";
            case LITTLE -> "a binary number, its lowest byte first";
            case EBCDIC_DIGITS -> "digits of EBCDIC";
            case ASCII_DIGITS -> "digits of ASCII";
            case ZONED -> "zoned digits with a sign";
            case PACKED -> "a packed number";
        };
    }

    private String counted() {
        return word.add() == 0
                ? "all bytes of the record"
                : word.add() == word.end()
                        ? "the bytes behind it"
                        : word.add() == word.width()
                                ? "all bytes of the record but its own " + word.width()
                                : "all bytes of the record but " + word.add();
    }
}
