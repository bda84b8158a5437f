package io.banku.record;

import io.banku.copybook.ConditionName;
import io.banku.copybook.DataItem;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Writes one item (or one occurrence of it) into a record: the inverse of its {@link FieldReader}. Shared by threads. */
public final class FieldWriter {
    /** More than any field holds; without a limit {@code 1E+999999999} would become a gigabyte of zeros. */
    private static final int MOST_DIGITS = 400;

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,400}(\\.\\d{1,400})?");

    private final ItemReader reader;
    private final TextWrite text;
    private final NumberWriter number;

    /** Puts a text into the bytes of a field. */
    private interface TextWrite {
        void write(String value, byte[] bytes, int at, int length);
    }

    /** @param number null where the item is text, and {@code text} null where it is a number */
    FieldWriter(ItemReader reader, TextWriter text, NumberWriter number) {
        this(reader, number, text == null ? null : text::write);
    }

    private FieldWriter(ItemReader reader, NumberWriter number, TextWrite text) {
        this.reader = reader;
        this.text = text;
        this.number = number;
    }

    static FieldWriter of(Varchar reader, TextWriter text, NumberWriter length) {
        return new FieldWriter(
                reader, null, (value, bytes, at, size) -> reader.write(value, text, length, bytes, at, size));
    }

    public String name() {
        return reader.name();
    }

    public DataItem item() {
        return reader.item();
    }

    public boolean isNumeric() {
        return number != null;
    }

    boolean isPresentIn(Frame frame) throws FieldException {
        return reader.isPresent(frame);
    }

    /**
     * Writes text with blanks behind it (before it, if JUSTIFIED), or the number that the text is: {@code -125.00}. Null is
     * the filler that the dialect takes for null.
     *
     * @throws IllegalArgumentException when the value does not fit; the message says what was expected and found
     * @throws FieldException when the record has no such place
     */
    public void write(String value, Frame into) throws FieldException {
        if (value == null) {
            writeNull(into);
        } else if (number == null) {
            int at = reader.position(into);
            told(() -> text.write(value, into.bytes, at, reader.length(into)));
        } else if (NUMBER.matcher(value.strip()).matches()) {
            write(new BigDecimal(value.strip()), into);
        } else {
            throw new IllegalArgumentException(name() + ": expected a number such as -125.00, found '" + value + "'");
        }
    }

    /** As {@link #write(String, Frame)}; a number in a text field is an error. */
    public void write(BigDecimal value, Frame into) throws FieldException {
        if (value.scale() > MOST_DIGITS || (long) value.precision() - value.scale() > MOST_DIGITS) {
            throw new IllegalArgumentException(name() + ": expected at most " + MOST_DIGITS
                    + " digits before and after the decimal point, found " + value);
        }
        if (number == null) {
            throw new IllegalArgumentException(name() + ": expected text, found the number " + value.toPlainString());
        }
        int at = reader.position(into);
        told(() -> number.write(value, into.bytes, at));
    }

    /** Puts bytes there that may be no legal value. */
    void put(byte[] bytes, Frame into) throws FieldException {
        System.arraycopy(bytes, 0, into.bytes, reader.position(into), bytes.length);
    }

    /**
     * Writes the first value of a level 88 that the field can have.
     *
     * @throws IllegalArgumentException when it can have none
     */
    void fulfil(ConditionName condition, Frame into) throws FieldException {
        for (ConditionName.Interval interval : condition.values()) {
            BigDecimal value = ConditionCompiler.number(interval, reader);
            byte[] bytes = value == null ? ConditionCompiler.bytes(interval, reader) : null;
            if (value != null) {
                write(value, into);
                return;
            }
            if (bytes != null) {
                put(bytes, into);
                return;
            }
        }
        throw new IllegalArgumentException(
                name() + ": expected a value of " + condition.name() + " that the field can have, found none");
    }

    private void writeNull(Frame into) throws FieldException {
        byte[] absent = reader.absent();
        if (absent == null) {
            throw new IllegalArgumentException(name() + ": expected a value, found null, and no filler stands for it");
        }
        System.arraycopy(absent, 0, into.bytes, reader.position(into), absent.length);
    }

    private interface Write {
        void run() throws FieldException;
    }

    private void told(Write write) throws FieldException {
        try {
            write.run();
        } catch (IllegalArgumentException unfit) {
            throw new IllegalArgumentException(name() + ": " + unfit.getMessage(), unfit);
        }
    }
}
