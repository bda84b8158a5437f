package io.banku.record;

import io.banku.copybook.ConditionName;
import io.banku.copybook.DataItem;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What a field of a record is to be. Immutable.
 *
 * @param name of the field, or of a level 88 that is to hold
 * @param text null for the filler that stands for null
 */
public record Assignment(String name, Kind kind, String text) {
    public enum Kind {
        /** A value, as {@link FieldWriter#write(String, Frame)} takes it; {@code true} for a level 88. */
        VALUE,
        /** All bytes of the field, in hexadecimal digits. */
        BYTES
    }

    public static Assignment value(String name, String text) {
        return new Assignment(name, Kind.VALUE, text);
    }

    public static Assignment bytes(String name, String hex) {
        return new Assignment(name, Kind.BYTES, hex);
    }

    /**
     * An assignment whose name is known.
     *
     * @param of what it was made from
     * @param value where it is one of a field, not bytes and not a level 88
     */
    record Placing(Assignment of, DataItem item, String value, Write write) {}

    interface Write {
        void into(Frame frame) throws FieldException;
    }

    /** @throws IllegalArgumentException when the name is unknown */
    Placing placing(Names names, WriterCompiler writers) {
        Reference reference = Reference.parse(name);
        if (names.isCondition(reference)) {
            return condition(names.condition(reference), names, reference, writers);
        }
        Occurrence occurrence = names.item(reference);
        FieldWriter writer = writers.writer(occurrence);
        return kind == Kind.VALUE
                ? new Placing(this, occurrence.item(), text, frame -> writer.write(text, frame))
                : bytes(occurrence.item(), writer);
    }

    private Placing condition(Names.NamedCondition named, Names names, Reference reference, WriterCompiler writers) {
        FieldWriter writer = writers.writer(names.occurrence(named.item(), reference));
        ConditionName condition = named.condition();
        DataItem item = named.item().item();
        return new Placing(this, item, null, frame -> {
            requireTrue(item);
            writer.fulfil(condition, frame);
        });
    }

    private void requireTrue(DataItem item) {
        if (kind != Kind.VALUE
                || text == null
                || !text.strip().toLowerCase(Locale.ROOT).equals("true")) {
            throw new IllegalArgumentException(name + ": expected true for a condition (level 88), found "
                    + (text == null ? "null" : "'" + text + "'") + "; for another value name its field, "
                    + item.name());
        }
    }

    private Placing bytes(DataItem item, FieldWriter writer) {
        return new Placing(this, item, null, frame -> writer.put(bytes(item), frame));
    }

    private byte[] bytes(DataItem item) {
        byte[] bytes;
        try {
            bytes = HexFormat.of().parseHex(text.replace(" ", ""));
        } catch (IllegalArgumentException odd) {
            throw new IllegalArgumentException(
                    name + ": expected two hexadecimal digits for each byte, found '" + text + "'", odd);
        }
        if (bytes.length != item.length()) {
            throw new IllegalArgumentException(name + ": expected " + item.length() + " bytes, found " + bytes.length);
        }
        return bytes;
    }
}
