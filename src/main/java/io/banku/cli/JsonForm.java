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
    private final Oddities oddities;
    private final FieldFaults faults;

    JsonForm(RecordPrinter printer, PrintWriter out, Oddities oddities, FieldFaults faults) {
        this.printer = printer;
        this.out = out;
        this.oddities = oddities;
        this.faults = faults;
    }

    @Override
    public void show(Frame frame) throws FieldException, IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JsonLines.FACTORY.createGenerator(text)) {
            printer.print(frame, json, oddities);
        } catch (FieldException reason) {
            faults.tell(frame, reason);
            throw reason;
        }
        out.println(text);
    }
}
