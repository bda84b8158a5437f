package io.banku.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.banku.record.FieldException;
import io.banku.record.Frame;
import io.banku.record.Oddities;
import io.banku.record.RecordPrinter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;

/** One JSON object per line. A record that does not decode has no line: its reason goes to stderr. */
final class JsonForm implements RecordForm {
    private static final JsonFactory JSON = new JsonFactory();
    /** A file that is all wrong is not told record by record. */
    private static final int MOST_TOLD = 20;

    private final RecordPrinter printer;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Oddities oddities;
    private long refused;

    JsonForm(RecordPrinter printer, PrintWriter out, PrintWriter err, Oddities oddities) {
        this.printer = printer;
        this.out = out;
        this.err = err;
        this.oddities = oddities;
    }

    @Override
    public void show(Frame frame) throws FieldException, IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            printer.print(frame, json, oddities);
        } catch (FieldException reason) {
            tell(frame, reason);
            throw reason;
        }
        out.println(text);
    }

    private void tell(Frame frame, FieldException reason) {
        refused++;
        if (refused <= MOST_TOLD) {
            err.println(reason.located(frame.number));
        } else if (refused == MOST_TOLD + 1) {
            err.println("…");
        }
    }
}
