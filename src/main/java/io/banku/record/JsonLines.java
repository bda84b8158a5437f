package io.banku.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;

/** The records of a file → one JSON object per line, UTF-8. A record that does not decode is told and left out. */
public final class JsonLines {
    /**
     * @param records read
     * @param refused that do not decode, and so have no line
     * @param undecoded alternatives that are null
     */
    public record Tally(long records, long refused, long undecoded) {}

    /** Hears of the records that do not decode. */
    public interface Refusals {
        void refused(Frame frame, FieldException reason) throws IOException;
    }

    /**
     * For lines of JSON: what splits lines in some readers (U+0085, U+2028, U+2029) is escaped, as line ends are. It closes
     * nothing that it writes to.
     */
    public static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .rootValueSeparator("")
            .characterEscapes(new LineEndEscapes())
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private JsonLines() {}

    /** Reads to the end of the file; leaves both ends open, and what was written flushed, also when framing fails. */
    public static Tally write(RecordSource source, RecordPrinter printer, OutputStream to, Refusals refusals)
            throws IOException, FramingException {
        long records = 0;
        long refused = 0;
        long undecoded = 0;
        Frame frame = new Frame();
        try (JsonGenerator json = FACTORY.createGenerator(to)) {
            while (source.next(frame)) {
                records++;
                try {
                    undecoded += printer.print(frame, json);
                    json.writeRaw('\n');
                } catch (FieldException reason) {
                    refused++;
                    refusals.refused(frame, reason);
                }
            }
        }
        return new Tally(records, refused, undecoded);
    }
}
