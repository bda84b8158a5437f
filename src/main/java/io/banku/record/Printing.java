package io.banku.record;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;

/**
 * One record on its way to JSON. What was decoded waits here until all of the record is: each value is decoded once, nothing
 * is written of a record that does not decode, and what was noted of an alternative can be taken back.
 */
final class Printing {
    /** What a noted object says that is no value, no name and no reader. */
    private enum Sign {
        OBJECT,
        OBJECT_END,
        ARRAY,
        ARRAY_END,
        /** The next one is a property's name. */
        NAME,
        NULL,
        UNDECODED
    }

    private static final int USUAL = 64;

    private final Frame frame;
    private Object[] notes = new Object[USUAL];
    private int size;
    private final Fits fits = new Fits();

    Printing(Frame frame) {
        this.frame = frame;
    }

    Frame frame() {
        return frame;
    }

    /** Which descriptions of the same bytes decoded. */
    Fits fits() {
        return fits;
    }

    void startObject() {
        note(Sign.OBJECT);
    }

    void endObject() {
        note(Sign.OBJECT_END);
    }

    void startArray() {
        note(Sign.ARRAY);
    }

    void endArray() {
        note(Sign.ARRAY_END);
    }

    void name(String key) {
        note(Sign.NAME);
        note(key);
    }

    void nothing() {
        note(Sign.NULL);
    }

    /** An alternative is null. */
    void undecoded() {
        note(Sign.UNDECODED);
    }

    /** Null where the field is absent. */
    void number(FieldReader reader, BigDecimal value) {
        note(reader);
        note(value == null ? Sign.NULL : value);
    }

    /** Null where the field is absent. */
    void text(FieldReader reader, String value) {
        note(reader);
        note(value == null ? Sign.NULL : value);
    }

    /** For {@link #backTo}. */
    int mark() {
        return size;
    }

    /** Forgets what was noted since. */
    void backTo(int mark) {
        size = mark;
    }

    private void note(Object what) {
        if (size == notes.length) {
            notes = Arrays.copyOf(notes, 2 * size);
        }
        notes[size++] = what;
    }

    /** @return how many alternatives are null */
    int writeTo(JsonGenerator out, Oddities oddities) throws IOException {
        int undecoded = 0;
        for (int i = 0; i < size; i++) {
            Object note = notes[i];
            if (note == Sign.NAME) {
                out.writeFieldName((String) notes[++i]);
            } else if (note == Sign.UNDECODED) {
                undecoded++;
            } else if (note instanceof Sign sign) {
                write(sign, out);
            } else if (note instanceof String text) {
                out.writeString(text);
            } else if (note instanceof BigDecimal number) {
                out.writeNumber(number.toPlainString());
            } else {
                oddities.look((FieldReader) note, frame);
            }
        }
        return undecoded;
    }

    private static void write(Sign sign, JsonGenerator out) throws IOException {
        switch (sign) {
            case OBJECT -> out.writeStartObject();
            case OBJECT_END -> out.writeEndObject();
            case ARRAY -> out.writeStartArray();
            case ARRAY_END -> out.writeEndArray();
            case NULL -> out.writeNull();
            case NAME, UNDECODED -> throw new IllegalStateException(sign + " says nothing alone");
        }
    }
}
