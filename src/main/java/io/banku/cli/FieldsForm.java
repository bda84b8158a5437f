package io.banku.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.banku.record.FieldException;
import io.banku.record.Frame;
import io.banku.record.JsonLines;
import io.banku.record.Shown;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** Some fields of each record: lines of text, or one flat JSON object. */
final class FieldsForm implements RecordForm {
    private final FlatRecord records;
    private final FeedDecoding.Form form;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Complaints complaints;

    FieldsForm(FlatRecord records, FeedDecoding.Form form, PrintWriter out, PrintWriter err, Complaints complaints) {
        this.records = records;
        this.form = form;
        this.out = out;
        this.err = err;
        this.complaints = complaints;
    }

    @Override
    public void show(Frame frame) throws FieldException, IOException {
        List<JsonNode> values;
        try {
            values = records.values(frame);
        } catch (FieldException reason) {
            if (complaints.isTold(reason.code(), reason.field().name())) {
                err.println(reason.located(frame.number));
            }
            throw reason;
        }
        if (form == FeedDecoding.Form.JSON) {
            json(values);
        } else {
            text(frame, values);
        }
    }

    private void text(Frame frame, List<JsonNode> values) {
        out.println("record " + frame.number + " at byte " + frame.fileOffset + ", " + frame.length + " bytes");
        for (int i = 0; i < values.size(); i++) {
            if (FlatRecord.isThere(values.get(i))) {
                out.println("  " + records.columns().get(i).name() + " = " + Shown.of(FlatRecord.text(values.get(i))));
            }
        }
    }

    private void json(List<JsonNode> values) throws IOException {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JsonLines.FACTORY.createGenerator(line)) {
            json.writeStartObject();
            for (int i = 0; i < values.size(); i++) {
                JsonNode value = values.get(i);
                if (!value.isMissingNode()) {
                    json.writeFieldName(records.columns().get(i).name());
                    value(value, json);
                }
            }
            json.writeEndObject();
        }
        out.println(line);
    }

    private static void value(JsonNode value, JsonGenerator json) throws IOException {
        if (value.isNumber()) {
            json.writeNumber(FlatRecord.text(value));
        } else if (value.isNull()) {
            json.writeNull();
        } else {
            json.writeString(value.asText());
        }
    }
}
