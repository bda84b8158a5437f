package io.banku.cli;

import io.banku.feed.RecordFilter;
import io.banku.record.FieldException;
import io.banku.record.Frame;
import java.io.PrintWriter;

/** Which records {@code --where} asks for. */
final class Wanted {
    private final RecordFilter filter;
    private final PrintWriter err;
    private final Complaints complaints;

    /** @param filter null for all */
    Wanted(RecordFilter filter, PrintWriter err, Complaints complaints) {
        this.filter = filter;
        this.err = err;
        this.complaints = complaints;
    }

    /** @throws FieldException when it cannot be told, as a field that is asked for is no legal value; that was said */
    boolean includes(Frame frame) throws FieldException {
        try {
            return filter == null || filter.test(frame);
        } catch (FieldException unknown) {
            if (complaints.isTold(unknown.code(), unknown.field().name())) {
                err.println(unknown.located(frame.number));
            }
            throw unknown;
        }
    }
}
