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
    private final FieldFaults faults;
    private final Lead lead;

    FieldsForm(FlatRecord records, Lead lead, FeedDecoding.Form form, PrintWriter out, FieldFaults faults) {
        this.records = records;
        this.lead = lead;
        this.form = form;
        this.out = out;
        this.faults = faults;
    }

    @Override
    public void show(Frame frame) throws FieldException, IOException {
        List<JsonNode> values;
        try {
            values = records.values(frame);
        } catch (FieldException reason) {
            faults.tell(frame, reason);
            throw reason;
        }
        if (form == FeedDecoding.Form.JSON) {
            json(values);
        } else {
            text(frame, values);
        }
    }

    private void text(Frame frame, List<JsonNode> values) throws FieldException {
        out.println("record " + frame.number + " at byte " + frame.fileOffset + ", " + frame.length + " bytes" + led());
        for (int i = 0; i < values.size(); i++) {
            if (FlatRecord.isThere(values.get(i))) {
                out.println("  " + records.columns().get(i).name() + " = "
                        + Shown.of(records.text(i, values.get(i), frame)));
            }
        }
    }

    /** Behind the number: {@code , rule paid, published}. */
    private String led() {
        if (lead.values().isEmpty()) {
            return "";
        }
        String rule = lead.values().get(1);
        return (rule.isEmpty() ? ", no rule, " : ", rule " + rule + ", ")
                + lead.values().get(2);
    }

    private void json(List<JsonNode> values) throws IOException {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JsonLines.FACTORY.createGenerator(line)) {
            json.writeStartObject();
            for (int i = 0; i < lead.names().size(); i++) {
                lead(lead.names().get(i), lead.values().get(i), json);
            }
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

    private static void lead(String name, String value, JsonGenerator json) throws IOException {
        json.writeFieldName(name);
        if (name.equals("record")) {
            json.writeNumber(value);
        } else if (value.isEmpty()) {
            json.writeNull();
        } else {
            json.writeString(value);
        }
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
