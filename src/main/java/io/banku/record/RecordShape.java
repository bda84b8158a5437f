package io.banku.record;

import io.banku.copybook.Layout;
import io.banku.record.PrintedItem.PrintedGroup;
import java.util.Map;
import java.util.Set;

/** Tells the records of a layout from other bytes, wherever one may begin. One thread. */
final class RecordShape {
    private final Stride stride;
    private final PrintedGroup record;
    private final RecordEnd recordEnd;
    private final Frame frame = new Frame();

    private RecordShape(Stride stride, PrintedGroup record, RecordEnd recordEnd) {
        this.stride = stride;
        this.record = record;
        this.recordEnd = recordEnd;
    }

    /** @throws IllegalArgumentException when the dialect does not fit a field of the layout */
    static RecordShape of(Stride stride, Layout layout, Dialect dialect) {
        ReaderCompiler readers = new ReaderCompiler(layout, dialect, Map.of());
        return new RecordShape(
                stride,
                new PrintCompiler(readers, new Fits.Numbers()).record(layout),
                readers.end(Set.of(), new Fits.Numbers()));
    }

    /** Behind the record that may begin here, whatever is in it; -1 where none does before the end. */
    int measured(byte[] bytes, int at, int end) {
        long length = at < end ? stride.measure().of(bytes, at, end) : 0;
        return length < 1 || at + length > end ? -1 : at + (int) length;
    }

    /** Behind the record that begins here; -1 where there is none that decodes. */
    int behind(byte[] bytes, int at, int end) {
        int behind = measured(bytes, at, end);
        return behind < 0 || !decodes(bytes, at + stride.word(), behind) ? -1 : behind;
    }

    private boolean decodes(byte[] bytes, int from, int to) {
        frame.bytes = bytes;
        frame.start = from;
        frame.length = to - from;
        try {
            record.check(frame);
            recordEnd.check(frame);
            return true;
        } catch (FieldException other) {
            return false;
        }
    }
}
