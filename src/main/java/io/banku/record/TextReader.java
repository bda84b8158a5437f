package io.banku.record;

import io.banku.copybook.DataItem;
import io.banku.record.Dialect.Unprintable;
import java.math.BigDecimal;

/** Characters: PIC X, A, G and N, and a group as a whole. {@link Varchar} is another one. */
class TextReader extends ItemReader {
    private final Characters characters;
    private final Unprintable unprintable;

    TextReader(DataItem item, Place place, Dialect dialect, Characters characters) {
        super(item, place, dialect);
        this.characters = characters;
        this.unprintable = dialect.unprintable();
    }

    @Override
    public final boolean isNumeric() {
        return false;
    }

    @Override
    public final boolean fitsLong() {
        return false;
    }

    @Override
    public final boolean mayBeAbsent() {
        return false;
    }

    @Override
    public final int scale() {
        return 0;
    }

    @Override
    public String text(Frame frame) throws FieldException {
        if (endsEarly && isCutOff(frame)) {
            int from = Math.min(offset(frame), frame.length);
            return decoded(frame, frame.start + from, frame.length - from);
        }
        return decoded(frame, position(frame), length(frame));
    }

    final String decoded(Frame frame, int at, int bytes) throws FieldException {
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
        String hint = Suspicion.isEbcdicText(codePage, frame.bytes, at, at + bytes)
                ? "; the text is EBCDIC: is the encoding cp037 or the like?"
                : "";
        return fault(DataFault.NO_CHARACTER, frame, "expected " + expected + ", found " + found + hint);
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
    public final long unscaled(Frame frame) throws FieldException {
        throw notNumeric(frame);
    }

    @Override
    public final BigDecimal decimal(Frame frame) throws FieldException {
        throw notNumeric(frame);
    }

    private FieldException notNumeric(Frame frame) throws FieldException {
        return fault(DataFault.NOT_NUMERIC, frame, "expected a numeric item, found text");
    }
}
