package io.banku.record;

import io.banku.copybook.DataItem;
import io.banku.record.Dialect.Unprintable;
import java.math.BigDecimal;

/** Characters: PIC X, A, G and N, and a group as a whole. */
final class TextReader extends ItemReader {
    private final Characters characters;
    private final Unprintable unprintable;

    TextReader(DataItem item, Place place, Dialect dialect, Characters characters) {
        super(item, place, dialect);
        this.characters = characters;
        this.unprintable = dialect.unprintable();
    }

    @Override
    public boolean isNumeric() {
        return false;
    }

    @Override
    public boolean fitsLong() {
        return false;
    }

    @Override
    public boolean mayBeAbsent() {
        return false;
    }

    @Override
    public int scale() {
        return 0;
    }

    @Override
    public String text(Frame frame) throws FieldException {
        int at = position(frame);
        int bytes = length(frame);
        char[] decoded = new char[bytes];
        int count = characters.decode(frame.bytes, at, at + bytes, decoded);
        if (count < 0) {
            throw noCharacter(frame, at, ~count, bytes);
        }
        if (unprintable != Unprintable.KEEP) {
            makePrintable(decoded, count, frame);
        }
        return new String(decoded, 0, count);
    }

    private FieldException noCharacter(Frame frame, int at, int index, int bytes) throws FieldException {
        String found = index == bytes
                ? "the end of the field"
                : Hex.of(frame.bytes[at + index]) + " in byte " + (index + 1) + " of " + bytes;
        String expected = characters.expected(codePage, index, bytes);
        return fault(DataFault.NO_CHARACTER, frame, "expected " + expected + ", found " + found);
    }

    private void makePrintable(char[] decoded, int count, Frame frame) throws FieldException {
        for (int i = 0; i < count; i++) {
            if (Character.isISOControl(decoded[i])) {
                if (unprintable == Unprintable.REJECT) {
                    throw fault(
                            DataFault.UNPRINTABLE,
                            frame,
                            String.format(
                                    "expected printable characters, found U+%04X as character %d",
                                    (int) decoded[i], i + 1));
                }
                decoded[i] = ' ';
            }
        }
    }

    @Override
    public long unscaled(Frame frame) throws FieldException {
        throw notNumeric(frame);
    }

    @Override
    public BigDecimal decimal(Frame frame) throws FieldException {
        throw notNumeric(frame);
    }

    private FieldException notNumeric(Frame frame) throws FieldException {
        return fault(DataFault.NOT_NUMERIC, frame, "expected a numeric item, found text");
    }
}
