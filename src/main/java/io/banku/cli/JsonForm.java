package io.banku.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.banku.record.FieldException;
import io.banku.record.Frame;
import io.banku.record.JsonLines;
import io.banku.record.Oddities;
import io.banku.record.RecordPrinter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;

/** One JSON object per line. What is wrong with a record that does not decode is told on stderr, too. */
final class JsonForm implements RecordForm {
    private final RecordPrinter printer;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Oddities oddities;
    private final Complaints complaints;

    JsonForm(RecordPrinter printer, PrintWriter out, PrintWriter err, Oddities oddities, Complaints complaints) {
        this.printer = printer;
        this.out = out;
        this.err = err;
        this.oddities = oddities;
        this.complaints = complaints;
    }

    @Override
    public void show(Frame frame) throws FieldException, IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JsonLines.FACTORY.createGenerator(text)) {
            printer.print(frame, json, oddities);
        } catch (FieldException reason) {
            if (complaints.isTold(reason.code(), reason.field().name())) {
                err.println(reason.located(frame.number));
            }
            throw reason;
        }
        out.println(text);
    }
}
