package io.banku.inspect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A report as one JSON object. */
final class ReportJson {
    private static final JsonFactory JSON = new JsonFactory();

    private ReportJson() {}

    static String of(Report report) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.writeStartObject();
            fields(report, out);
            out.writeEndObject();
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return text.toString();
    }

    /** Without the brackets around them. */
    static void fields(Report report, JsonGenerator out) throws IOException {
        out.writeStringField("file", report.name());
        out.writeStringField("outcome", word(report.outcome()));
        if (report.content().length() != Content.UNKNOWN) {
            out.writeNumberField("bytes", report.content().length());
        }
        if (report.content().isSample()) {
            out.writeNumberField("sampledBytes", report.content().size());
        }
        if (!report.packing().isEmpty()) {
            out.writeStringField("packedIn", report.packing());
        }
        encoding(report.encoding(), out);
        if (report.damage().isPresent()) {
            Damage damage = report.damage().get();
            out.writeObjectFieldStart("transfer");
            out.writeStringField("kind", word(damage.kind()));
            out.writeStringField("grade", word(damage.grade()));
            out.writeStringField("evidence", damage.told());
            out.writeEndObject();
        }
        candidates("framing", report.best(), out);
        candidates("others", report.others(), out);
        if (!report.lengthFields().isEmpty()) {
            out.writeArrayFieldStart("lengthFields");
            for (LengthField each : report.lengthFields()) {
                out.writeStartObject();
                out.writeNumberField("at", each.word().at());
                out.writeNumberField("width", each.word().width());
                out.writeStringField("kind", word(each.word().kind()));
                out.writeNumberField("add", each.word().add());
                out.writeNumberField("records", each.walk().records());
                out.writeStringField("evidence", each.told());
                out.writeEndObject();
            }
            out.writeEndArray();
        }
        if (report.types().isPresent()) {
            types(report.types().get(), out);
        }
        String draft = FeedDraft.of(report);
        if (!draft.isEmpty()) {
            out.writeStringField("feed", draft);
        }
    }

    private static void encoding(Encoding encoding, JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("encoding");
        out.writeStringField("family", word(encoding.family()));
        out.writeArrayFieldStart("names");
        for (String name : encoding.names()) {
            out.writeString(name);
        }
        out.writeEndArray();
        out.writeStringField("evidence", encoding.told());
        out.writeEndObject();
    }

    private static void candidates(String name, List<Candidate> candidates, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart(name);
        for (Candidate each : candidates) {
            out.writeStartObject();
            out.writeStringField("framing", each.form().toString());
            out.writeStringField("grade", word(each.grade()));
            out.writeBooleanField("endsWithFile", each.isWhole());
            out.writeNumberField("records", each.walk().records());
            out.writeNumberField("shortest", each.walk().shortest());
            out.writeNumberField("longest", each.walk().longest());
            if (!each.isWhole() && each.walk().failedAt() >= 0) {
                out.writeNumberField("breaksOffAt", each.walk().failedAt());
            }
            out.writeStringField("evidence", each.told());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void types(RecordTypes types, JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("recordTypes");
        out.writeNumberField("at", types.at());
        out.writeNumberField("width", types.width());
        out.writeObjectFieldStart("counts");
        for (Map.Entry<String, Long> each : types.counts().entrySet()) {
            out.writeNumberField(each.getKey(), each.getValue());
        }
        out.writeEndObject();
        if (types.hasHeader()) {
            out.writeStringField("header", types.first());
        }
        if (types.hasTrailer()) {
            out.writeStringField("trailer", types.last());
        }
        out.writeEndObject();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
