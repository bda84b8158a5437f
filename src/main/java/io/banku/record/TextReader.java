package io.banku.record;

import io.banku.copybook.DataItem;
import java.math.BigDecimal;

/** Characters: PIC X and A, and a group as a whole. */
final class TextReader extends ItemReader {
    TextReader(DataItem item, String name, int offset, CodePage codePage) {
        super(item, name, offset, codePage);
    }

    @Override
    public boolean isNumeric() {
        return false;
    }

    @Override
    public int scale() {
        return 0;
    }

    @Override
    public String text(Frame frame) throws FieldException {
        int at = position(frame);
        char[] characters = new char[length];
        for (int i = 0; i < length; i++) {
            characters[i] = codePage.character(frame.bytes[at + i]);
            if (characters[i] == '\uFFFD') {
                throw fault(
                        DataFault.NO_CHARACTER,
                        frame,
                        "expected characters of " + codePage + ", found " + Hex.of(frame.bytes[at + i]) + " in byte "
                                + (i + 1) + " of " + length);
            }
        }
        return new String(characters);
    }

    @Override
    public long unscaled(Frame frame) throws FieldException {
        throw notNumeric(frame);
    }

    @Override
    public BigDecimal decimal(Frame frame) throws FieldException {
        throw notNumeric(frame);
    }

    private FieldException notNumeric(Frame frame) {
        return fault(DataFault.NOT_NUMERIC, frame, "expected a numeric item, found text");
    }
}
