package io.banku.record;

import io.banku.copybook.Elementary;
import java.math.BigDecimal;

/** POINTER, INDEX and their like: a place in the memory of the program that wrote it, shown as hexadecimal digits. */
final class AddressReader extends ItemReader {
    AddressReader(Elementary field, Place place, Dialect dialect) {
        super(field, place, dialect);
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
        return Hex.of(frame.bytes, at, at + length).replace(" ", "");
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
        return fault(DataFault.NOT_NUMERIC, frame, "expected a numeric item, found an address");
    }
}
