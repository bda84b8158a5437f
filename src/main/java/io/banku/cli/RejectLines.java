package io.banku.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.banku.copybook.Elementary;
import io.banku.feed.Reject;
import io.banku.record.FieldException;
import io.banku.record.Frame;
import io.banku.record.JsonLines;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Rejects as lines of JSON, with the names that they have on {@code banku.rejects}: among the records each as {@code
 * {"reject":{…}}}, which no record looks like, as COBOL's names are in capitals; in a file of their own as they are.
 */
final class RejectLines {
    /** Where they go. */
    enum Place {
        AMONG_RECORDS,
        OWN_FILE
    }

    private final PrintWriter out;
    private final Place place;
    private final boolean withBytes;

    /** @param withBytes whether the whole record is shown, where no field of it is private */
    RejectLines(PrintWriter out, Place place, boolean withBytes) {
        this.out = out;
        this.place = place;
        this.withBytes = withBytes;
    }

    static Reject of(Frame frame, FieldException illegal) {
        return new Reject(
                frame.number,
                frame.fileOffset,
                illegal.code(),
                null,
                illegal.field().name(),
                illegal.offset(),
                illegal.field().item() instanceof Elementary item ? item.description() : null,
                illegal.hex(),
                illegal.getMessage(),
                Arrays.copyOfRange(frame.bytes, frame.start, frame.start + frame.length));
    }

    void write(Reject reject) throws IOException {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JsonLines.FACTORY.createGenerator(line)) {
            if (place == Place.AMONG_RECORDS) {
                json.writeStartObject();
                json.writeFieldName("reject");
            }
            object(reject, json);
            if (place == Place.AMONG_RECORDS) {
                json.writeEndObject();
            }
        }
        out.println(line);
    }

    private void object(Reject reject, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("record", reject.record());
        json.writeNumberField("fileOffset", reject.fileOffset());
        text(json, "code", reject.code());
        text(json, "rule", reject.rule());
        text(json, "field", reject.field());
        if (reject.fieldOffset() >= 0) {
            json.writeNumberField("fieldOffset", reject.fieldOffset());
        }
        text(json, "picture", reject.picture());
        text(json, "fieldHex", reject.fieldHex());
        text(json, "reason", reject.reason());
        if (withBytes) {
            text(json, "bytes", HexFormat.of().formatHex(reject.bytes()));
        }
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }
}
