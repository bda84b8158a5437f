package io.banku.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.banku.copybook.DataItem;
import io.banku.copybook.Group;
import io.banku.copybook.Layout;
import io.banku.record.Dialect;
import io.banku.record.FieldException;
import io.banku.record.FieldReader;
import io.banku.record.Frame;
import io.banku.record.Occurrence;
import io.banku.record.Oddities;
import io.banku.record.RecordDecoder;
import io.banku.record.RecordPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A record as a head with number and offset, and a line for each of its fields: the value, or what is wrong with the
 * bytes. Of several descriptions of the same bytes all are shown; what lies beyond the end of a short record is not.
 */
final class TextForm implements RecordForm {
    private static final JsonFactory JSON = new JsonFactory();

    /** A terminal would obey them. */
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    /** A group has a head without a value. */
    private record Line(String label, FieldReader field, boolean isHead) {}

    private final RecordDecoder decoder;
    private final RecordPrinter printer;
    private final PrintWriter out;
    private final Oddities oddities;
    private final Complaints complaints;
    private final List<Line> lines = new ArrayList<>();

    TextForm(
            Layout layout,
            Dialect dialect,
            RecordPrinter printer,
            PrintWriter out,
            Oddities oddities,
            Complaints complaints) {
        this.decoder = RecordDecoder.of(layout, dialect, Map.of());
        this.printer = printer;
        this.out = out;
        this.oddities = oddities;
        this.complaints = complaints;
        layout.roots().forEach(root -> add(Occurrence.of(root), "  "));
    }

    private void add(Occurrence occurrence, String indent) {
        DataItem item = occurrence.item();
        boolean hasParts = decoder.hasParts(item);
        if (item instanceof Group || !item.isFiller()) {
            lines.add(new Line(indent + occurrence.name(), decoder.field(occurrence), hasParts));
        }
        if (hasParts) {
            occurrence.parts().forEach(part -> add(part, indent + "  "));
        }
    }

    @Override
    public void show(Frame frame) throws FieldException, IOException {
        out.println("record " + frame.number + " at byte " + frame.fileOffset + ", " + frame.length + " bytes");
        Set<String> told = new HashSet<>();
        List<String> again = new ArrayList<>();
        for (Line line : lines) {
            try {
                if (line.field().isPresent(frame)) {
                    out.println(line.isHead() ? line.label() : line.label() + " = " + value(line.field(), frame));
                }
            } catch (FieldException reason) {
                tell(line.label(), reason, again);
                told.add(reason.code() + reason.field().name());
            }
        }
        try {
            requireDecodes(frame);
        } catch (FieldException whole) {
            if (!told.contains(whole.code() + whole.field().name())) {
                tell("  " + whole.field().name(), whole, again);
            }
            throw whole;
        } finally {
            if (!again.isEmpty()) {
                out.println("  ? as above: " + String.join(", ", again));
            }
        }
    }

    private void tell(String label, FieldException reason, List<String> again) {
        String name = reason.field().name();
        if (complaints.isTold(reason.code(), name)) {
            out.println(label + " ? " + reason.code() + " " + reason.getMessage() + " [" + reason.hex() + "]");
        } else {
            again.add(reason.code() + " " + name);
        }
    }

    private static String value(FieldReader field, Frame frame) throws FieldException {
        String text = field.text(frame);
        return text == null ? "null" : CONTROL.matcher(text.stripTrailing()).replaceAll("·");
    }

    /** By the same measure as in JSON: a description of the bytes that is another record's need not fit. */
    private void requireDecodes(Frame frame) throws FieldException, IOException {
        try (JsonGenerator nowhere = JSON.createGenerator(OutputStream.nullOutputStream())) {
            printer.print(frame, nowhere, oddities);
        }
    }
}
