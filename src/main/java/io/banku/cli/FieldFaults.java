package io.banku.cli;

import io.banku.record.FieldException;
import io.banku.record.Frame;
import java.io.PrintWriter;
import java.util.function.BiFunction;

/** Tells on stderr, a few times for each field and reason, why records do not decode. One thread. */
final class FieldFaults {
    private final PrintWriter err;
    private final Complaints complaints;
    private final BiFunction<Frame, FieldException, String> words;

    /** @param words of a fault; without what is not shown */
    FieldFaults(PrintWriter err, Complaints complaints, BiFunction<Frame, FieldException, String> words) {
        this.err = err;
        this.complaints = complaints;
        this.words = words;
    }

    void tell(Frame frame, FieldException reason) {
        if (complaints.isTold(reason.code(), reason.field().name())) {
            err.println(words.apply(frame, reason));
        }
    }
}
