package io.banku.record;

import io.banku.copybook.DataItem;

/** What all readers share: where the field lies, and how to say what is wrong there. */
abstract class ItemReader implements FieldReader {
    private final DataItem item;
    private final String name;

    /** From the record's first byte. */
    final int offset;

    final int length;
    final CodePage codePage;

    ItemReader(DataItem item, String name, int offset, CodePage codePage) {
        this.item = item;
        this.name = name;
        this.offset = offset;
        this.length = item.length();
        this.codePage = codePage;
    }

    @Override
    public final DataItem item() {
        return item;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final int offset() {
        return offset;
    }

    /** Index of the field's first byte in the frame's array. */
    final int position(Frame frame) throws FieldException {
        if (offset + length > frame.length) {
            throw fault(
                    DataFault.SHORT_RECORD,
                    frame,
                    "expected " + length + " bytes from byte " + offset + " of the record, found "
                            + Math.max(0, frame.length - offset) + ", as the record has " + frame.length);
        }
        return frame.start + offset;
    }

    final FieldException fault(DataFault fault, Frame frame, String message) {
        int from = frame.start + Math.min(offset, frame.length);
        int to = frame.start + Math.min(offset + length, frame.length);
        return new FieldException(fault.code(), this, Hex.of(frame.bytes, from, to), message);
    }

    @Override
    public String toString() {
        return name;
    }
}
