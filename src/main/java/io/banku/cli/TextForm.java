package io.banku.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.banku.copybook.DataItem;
import io.banku.copybook.Elementary;
import io.banku.copybook.Group;
import io.banku.copybook.Layout;
import io.banku.record.CodePage;
import io.banku.record.FieldException;
import io.banku.record.FieldReader;
import io.banku.record.Frame;
import io.banku.record.RecordDecoder;
import io.banku.record.RecordPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A record as a head with number and offset, and a line for each of its fields: the value, or what is wrong with the
 * bytes. Of several descriptions of the same bytes all are shown; what lies beyond the end of a short record is not.
 */
final class TextForm implements RecordForm {
    private static final JsonFactory JSON = new JsonFactory();

    /** A terminal would obey them. */
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    /** @param field null: the head of a group */
    private record Line(String label, int offset, FieldReader field) {}

    private final RecordDecoder decoder;
    private final RecordPrinter printer;
    private final PrintWriter out;
    private final List<Line> lines = new ArrayList<>();

    TextForm(Layout layout, CodePage codePage, RecordPrinter printer, PrintWriter out) {
        this.decoder = RecordDecoder.of(layout, codePage);
        this.printer = printer;
        this.out = out;
        layout.roots().forEach(root -> add(root, 0, "  "));
    }

    private void add(DataItem item, int shift, String indent) {
        for (int i = 0; i < item.occurrences(); i++) {
            String name = item.isTable() ? item.name() + "(" + (i + 1) + ")" : item.name();
            addOccurrence(item, name, shift + i * item.length(), indent);
        }
    }

    private void addOccurrence(DataItem item, String name, int shift, String indent) {
        int offset = item.offset() + shift;
        if (item instanceof Group group) {
            lines.add(new Line(indent + name, offset, null));
            group.items().forEach(part -> add(part, shift, indent + "  "));
        } else if (item instanceof Elementary && !item.isFiller()) {
            lines.add(new Line(indent + name, offset, decoder.field(item, name, offset)));
        }
    }

    @Override
    public void show(Frame frame) throws FieldException, IOException {
        out.println("record " + frame.number + " at byte " + frame.fileOffset + ", " + frame.length + " bytes");
        for (Line line : lines) {
            if (line.offset() < frame.length) {
                out.println(line.field() == null ? line.label() : line.label() + value(line.field(), frame));
            }
        }
        requireDecodes(frame);
    }

    private static String value(FieldReader field, Frame frame) {
        try {
            return " = " + CONTROL.matcher(field.text(frame).stripTrailing()).replaceAll("·");
        } catch (FieldException reason) {
            return " ? " + reason.code() + " " + reason.getMessage() + " [" + reason.hex() + "]";
        }
    }

    /** By the same measure as in JSON: a description of the bytes that is another record's need not fit. */
    private void requireDecodes(Frame frame) throws FieldException, IOException {
        try (JsonGenerator nowhere = JSON.createGenerator(OutputStream.nullOutputStream())) {
            printer.print(frame, nowhere);
        }
    }
}
