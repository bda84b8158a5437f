package io.banku.record;

import io.banku.copybook.DataItem;
import io.banku.record.Ends.ShortText;
import java.util.Arrays;

/** What all readers share: where the field lies, and how to say what is wrong there. */
abstract class ItemReader implements FieldReader {
    private final DataItem item;
    private final String name;
    private final int offset;

    /** Null where the field lies at the same place in every record. */
    private final CountedPlace counted;

    /** In bytes; of a group that has tables in it, the greatest. */
    final int length;

    /** Whether the end of a record may cut it off. */
    final boolean endsEarly;

    final Dialect dialect;
    final CodePage codePage;

    ItemReader(DataItem item, Place place, Dialect dialect) {
        this.item = item;
        this.name = place.name();
        this.offset = place.offset();
        this.counted = place.counted();
        this.length = item.length();
        this.dialect = dialect;
        this.codePage = dialect.codePage();
        this.endsEarly = !isNumeric() && dialect.ends().shortText() == ShortText.ENDS_EARLY;
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

    @Override
    public final int offset(Frame frame) throws FieldException {
        return counted == null ? offset : counted.offset(frame, this);
    }

    @Override
    public final boolean isPresent(Frame frame) throws FieldException {
        return counted == null
                ? offset < frame.length
                : counted.isCounted(frame) && counted.offset(frame, this) < frame.length;
    }

    @Override
    public final boolean isCounted(Frame frame) throws FieldException {
        return counted == null || counted.isCounted(frame);
    }

    /** In this record. */
    final int length(Frame frame) throws FieldException {
        return counted == null ? length : counted.length(frame);
    }

    /** Index of the field's first byte in the frame's array. */
    final int position(Frame frame) throws FieldException {
        return counted == null ? position(frame, offset, length) : position(frame, offset(frame), length(frame));
    }

    private int position(Frame frame, int at, int bytes) throws FieldException {
        if (at + bytes > frame.length) {
            throw fault(
                    DataFault.SHORT_RECORD,
                    frame,
                    "expected " + bytes + " bytes from byte " + at + " of the record, found "
                            + Math.max(0, frame.length - at) + ", as the record has " + frame.length);
        }
        return frame.start + at;
    }

    final boolean isCutOff(Frame frame) throws FieldException {
        return offset(frame) + length(frame) > frame.length;
    }

    @Override
    public final Frame whole(Frame frame) throws FieldException {
        if (!endsEarly || !isCutOff(frame)) {
            position(frame);
            return frame;
        }
        Frame whole = new Frame();
        whole.bytes = Arrays.copyOfRange(frame.bytes, frame.start, frame.start + offset(frame) + length(frame));
        whole.length = whole.bytes.length;
        whole.number = frame.number;
        whole.fileOffset = frame.fileOffset;
        Arrays.fill(whole.bytes, frame.length, whole.length, codePage.blank());
        return whole;
    }

    /** What is written for no value: the filler that the dialect takes for null. Null where it takes none for it. */
    byte[] absent() {
        int filler = mayBeAbsent() ? dialect.fillers().ofNull(codePage) : -1;
        if (filler < 0) {
            return null;
        }
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) filler);
        return bytes;
    }

    /** @throws FieldException when not even the field's place can be told */
    final FieldException fault(DataFault fault, Frame frame, String message) throws FieldException {
        int at = offset(frame);
        int from = frame.start + Math.min(at, frame.length);
        int to = frame.start + Math.min(at + length(frame), frame.length);
        return new FieldException(fault.code(), this, at, Hex.of(frame.bytes, from, to), message);
    }

    @Override
    public Oddity oddity(Frame frame) {
        return null;
    }

    @Override
    public String toString() {
        return name;
    }
}
