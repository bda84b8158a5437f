package io.banku.cli;

import io.banku.feed.RecordFilter;
import io.banku.record.FieldException;
import io.banku.record.Frame;

/** Which records {@code --where} asks for. */
final class Wanted {
    private final RecordFilter filter;
    private final FieldFaults faults;

    /** @param filter null for all */
    Wanted(RecordFilter filter, FieldFaults faults) {
        this.filter = filter;
        this.faults = faults;
    }

    boolean isAll() {
        return filter == null;
    }

    /** @throws FieldException when it cannot be told, as a field that is asked for is no legal value; that was said */
    boolean includes(Frame frame) throws FieldException {
        try {
            return filter == null || filter.test(frame);
        } catch (FieldException unknown) {
            faults.tell(frame, unknown);
            throw unknown;
        }
    }
}
