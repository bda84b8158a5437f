package io.banku.record;

import io.banku.copybook.Elementary;
import io.banku.copybook.Extent;
import io.banku.copybook.Usage;
import java.math.BigDecimal;

/** A number whose digits are UTF-16: {@code 00 31 00 32} is 12. Read as what it is in ASCII, without the zero bytes. */
final class NationalNumberReader extends ItemReader {
    private static final byte HIGH_VALUE = (byte) 0xFF;

    /** Reads the same number where its digits are single bytes. */
    private final NumericReader narrow;

    private final boolean isEdited;

    private NationalNumberReader(Elementary field, Place place, Dialect dialect, NumericReader narrow) {
        super(field, place, dialect);
        this.narrow = narrow;
        this.isEdited = !field.picture().isNumeric();
    }

    static NationalNumberReader of(Elementary field, Place place, Dialect with, ReaderCompiler.Maker maker) {
        Elementary single = single(field);
        Dialect ascii = with.with("encoding", "us-ascii");
        NumericReader narrow = (NumericReader) ReaderCompiler.made(maker, single, Place.first(place.name()), ascii);
        return new NationalNumberReader(field, place, with, narrow);
    }

    /** The same field with one byte for each of its positions. */
    static Elementary single(Elementary field) {
        return new Elementary(
                field.declaration(),
                Extent.of(0),
                field.length() / 2,
                field.picture(),
                Usage.DISPLAY,
                field.sign(),
                field.blankWhenZero(),
                field.justified());
    }

    /** What is no letter can stand in a number, or is a filler; here a letter is no digit with a sign. */
    private boolean isLikely(byte high, byte low) {
        return high == 0 && low >= 0 && (isEdited || !Character.isLetter(low) && low != '{' && low != '}')
                || high == HIGH_VALUE && low == HIGH_VALUE;
    }

    private interface Read<T> {
        T of(NumericReader reader, Frame narrow) throws FieldException;
    }

    private <T> T read(Frame frame, Read<T> read) throws FieldException {
        int at = position(frame);
        Frame single = new Frame();
        single.bytes = new byte[length / 2];
        single.length = length / 2;
        for (int i = 0; i < length / 2; i++) {
            single.bytes[i] = frame.bytes[at + 2 * i + 1];
            if (!isLikely(frame.bytes[at + 2 * i], single.bytes[i])) {
                throw fault(
                        DataFault.BAD_DIGIT,
                        frame,
                        "expected characters of a number in UTF-16, found X'"
                                + Hex.of(frame.bytes, at + 2 * i, at + 2 * i + 2)
                                        .replace(" ", "") + "' in byte "
                                + (2 * i + 1) + " of " + length);
            }
        }
        try {
            return read.of(narrow, single);
        } catch (FieldException inItsDigits) {
            String hex = Hex.of(frame.bytes, at, at + length);
            throw new FieldException(inItsDigits.code(), this, at - frame.start, hex, inItsDigits.getMessage());
        }
    }

    @Override
    byte[] absent() {
        byte[] single = narrow.absent();
        if (single == null) {
            return null;
        }
        byte[] twofold = new byte[length];
        for (int i = 0; i < single.length; i++) {
            twofold[2 * i] = single[i] == HIGH_VALUE ? HIGH_VALUE : 0;
            twofold[2 * i + 1] = single[i];
        }
        return twofold;
    }

    @Override
    public boolean isNumeric() {
        return true;
    }

    @Override
    public boolean fitsLong() {
        return narrow.fitsLong();
    }

    @Override
    public boolean mayBeAbsent() {
        return narrow.mayBeAbsent();
    }

    @Override
    public int scale() {
        return narrow.scale();
    }

    @Override
    public long unscaled(Frame frame) throws FieldException {
        return read(frame, NumericReader::unscaled);
    }

    @Override
    public BigDecimal decimal(Frame frame) throws FieldException {
        return read(frame, NumericReader::decimal);
    }

    @Override
    public String text(Frame frame) throws FieldException {
        return read(frame, NumericReader::text);
    }

    @Override
    public Oddity oddity(Frame frame) {
        try {
            return isPresent(frame) ? read(frame, NumericReader::oddity) : null;
        } catch (FieldException illegal) {
            return null;
        }
    }
}
