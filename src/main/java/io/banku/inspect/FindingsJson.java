package io.banku.inspect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.banku.copybook.Elementary;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** All that is told of a file as one JSON object: the report's own names, and what there is of fields and records. */
final class FindingsJson {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator out;

    private FindingsJson(JsonGenerator out) {
        this.out = out;
    }

    static String of(Findings findings) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            new FindingsJson(out).object(findings);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return text.toString();
    }

    private void object(Findings findings) throws IOException {
        out.writeStartObject();
        ReportJson.fields(findings.report(), out);
        if (!findings.misfits().isEmpty()) {
            out.writeArrayFieldStart("feedMisfits");
            for (String each : findings.misfits()) {
                out.writeString(each);
            }
            out.writeEndArray();
        }
        if (findings.fit().isPresent()) {
            fit(findings.fit().get());
        }
        if (!findings.records().isEmpty()) {
            out.writeArrayFieldStart("records");
            for (RecordSight each : findings.records()) {
                record(each);
            }
            out.writeEndArray();
        }
        out.writeEndObject();
    }

    private void fit(CopybookFit fit) throws IOException {
        out.writeObjectFieldStart("copybook");
        out.writeStringField("framing", fit.framing());
        out.writeNumberField("length", fit.layout().length());
        out.writeBooleanField("fits", fit.fits());
        out.writeNumberField("looked", fit.looked());
        out.writeNumberField("legal", fit.legal());
        out.writeArrayFieldStart("doubts");
        for (String each : fit.doubts()) {
            out.writeString(each);
        }
        out.writeEndArray();
        out.writeArrayFieldStart("fields");
        for (FieldCount each : fit.fields()) {
            field(each);
        }
        out.writeEndArray();
        out.writeArrayFieldStart("proposals");
        for (Proposal each : fit.proposals()) {
            out.writeStartObject();
            out.writeStringField("if", each.told());
            out.writeNumberField("legal", each.legal());
            out.writeEndObject();
        }
        out.writeEndArray();
        if (fit.rules() != null) {
            out.writeObjectFieldStart("rules");
            for (Map.Entry<String, Long> each : fit.rules().entrySet()) {
                out.writeNumberField(each.getKey(), each.getValue());
            }
            out.writeEndObject();
        }
        out.writeEndObject();
    }

    private void field(FieldCount count) throws IOException {
        Elementary item = (Elementary) count.field().reader().item();
        out.writeStartObject();
        out.writeStringField("field", count.field().reader().name());
        out.writeNumberField("offset", count.field().reader().offset());
        out.writeStringField("type", item.description());
        out.writeNumberField("records", count.records());
        out.writeNumberField("legal", count.legal());
        if (count.firstBad() > 0) {
            out.writeNumberField("firstBadRecord", count.firstBad());
        }
        if (count.isMasked()) {
            out.writeBooleanField("masked", true);
        } else {
            out.writeStringField("least", count.least());
            out.writeStringField("greatest", count.greatest());
            out.writeArrayFieldStart("commonest");
            for (Map.Entry<String, Integer> each : count.commonest()) {
                out.writeStartObject();
                out.writeStringField("value", each.getKey());
                out.writeNumberField("records", each.getValue());
                out.writeEndObject();
            }
            out.writeEndArray();
        }
        out.writeEndObject();
    }

    private void record(RecordSight sight) throws IOException {
        out.writeStartObject();
        out.writeNumberField("record", sight.number());
        out.writeNumberField("fileOffset", sight.offset());
        out.writeNumberField("length", sight.bytes().length);
        if (sight.rule() != null) {
            out.writeStringField("rule", sight.rule().orElse(null));
        }
        StringBuilder hex = new StringBuilder();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sight.bytes().length; i++) {
            hex.append(RecordText.half(sight, i, 4)).append(RecordText.half(sight, i, 0));
            text.append(RecordText.character(sight, i));
        }
        out.writeStringField("hex", hex.toString());
        out.writeStringField("text", text.toString());
        if (!sight.fields().isEmpty()) {
            out.writeBooleanField("fits", sight.isLegal());
            out.writeArrayFieldStart("fields");
            for (FieldSight each : sight.fields()) {
                field(each);
            }
            out.writeEndArray();
        }
        out.writeEndObject();
    }

    private void field(FieldSight field) throws IOException {
        out.writeStartObject();
        out.writeStringField("field", field.name());
        out.writeNumberField("fieldOffset", field.offset());
        out.writeNumberField("length", field.length());
        out.writeStringField("type", field.type());
        out.writeStringField(field.isLegal() ? "value" : "reason", field.isLegal() ? field.value() : field.fault());
        out.writeEndObject();
    }
}
