package io.banku.camel.copybook;

import com.fasterxml.jackson.core.JsonGenerator;
import io.banku.record.FieldException;
import io.banku.record.FieldReader;
import io.banku.record.Frame;
import io.banku.record.JsonLines;
import io.banku.record.RecordDecoder;
import io.banku.record.RecordEncoder;
import io.banku.record.RecordPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Records ⇄ JSON objects and maps, so that a record comes back byte by byte. Where its values alone would make other bytes
 * (what stands in fillers, spare bits, a sign of another kind, an end before or behind its layout's), the object has them too,
 * in hex under {@code @bytes}, and the record is written over them. Immutable, shared by threads.
 */
final class ExactRecords {
    static final String BYTES = "@bytes";
    /** What ends a record's line where that is not what the framing writes. */
    static final String END = "@end";

    private final RecordPrinter printer;
    private final RecordDecoder decoder;
    private final RecordEncoder encoder;
    private final boolean ofOneLength;

    /** @param ofOneLength all records are as long as their layout */
    ExactRecords(RecordPrinter printer, RecordDecoder decoder, RecordEncoder encoder, boolean ofOneLength) {
        this.printer = printer;
        this.decoder = decoder;
        this.encoder = encoder;
        this.ofOneLength = ofOneLength;
    }

    /** The JSON object of a record, in UTF-8. */
    byte[] json(Frame record) throws IOException {
        byte[] object = printed(record);
        byte[] bytes = Arrays.copyOfRange(record.bytes, record.start, record.start + record.length);
        if (isMadeOf(values(RecordMaps.parsed(object)), bytes)) {
            return object;
        }
        return with(object, BYTES, bytes);
    }

    /** An object with one more property, in hex. */
    static byte[] with(byte[] object, String name, byte[] bytes) {
        ByteArrayOutputStream with = new ByteArrayOutputStream(object.length + 2 * bytes.length + 20);
        with.write(object, 0, object.length - 1);
        String kept = "\"" + name + "\":\"" + HexFormat.of().formatHex(bytes) + "\"}";
        with.writeBytes(((object.length > 2 ? "," : "") + kept).getBytes(StandardCharsets.US_ASCII));
        return with.toByteArray();
    }

    private boolean isMadeOf(Map<String, String> values, byte[] bytes) {
        try {
            return Arrays.equals(encoded(values), bytes);
        } catch (IllegalArgumentException | RecordsException notFromValues) {
            return false; // as a value that can be read and has no such bytes of its own
        }
    }

    private byte[] printed(Frame record) throws IOException {
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        try (JsonGenerator json = JsonLines.FACTORY.createGenerator(object)) {
            printer.print(record, json);
        } catch (FieldException illegal) {
            throw new RecordsException(illegal.located(record.number), illegal);
        }
        return object.toByteArray();
    }

    /**
     * The bytes of a record.
     *
     * @throws RecordsException when it has {@link #BYTES} that are no record, or lacks a value that these have
     */
    byte[] bytes(Map<?, ?> record) throws IOException {
        Map<String, String> values = values(record);
        Object kept = record.get(BYTES);
        if (kept == null) {
            return encoded(values);
        }
        Frame before = frame(kept);
        Map<String, String> changed = new LinkedHashMap<>(values);
        for (Map.Entry<String, String> was :
                values(RecordMaps.parsed(printed(before))).entrySet()) {
            if (!values.containsKey(was.getKey())) {
                throw new RecordsException(
                        "expected a value of " + was.getKey() + ", which is " + was.getValue() + " in the record's "
                                + BYTES + ", found none: give one, or take " + BYTES + " away",
                        null);
            }
            changed.remove(was.getKey(), was.getValue());
        }
        return changed.isEmpty() ? before.bytes : encoder.changed(before, changed);
    }

    private static Frame frame(Object kept) {
        Frame frame = new Frame();
        frame.bytes = hex(BYTES, kept);
        frame.length = frame.bytes.length;
        frame.number = 1;
        return frame;
    }

    /** The bytes that a property tells. */
    static byte[] hex(String name, Object kept) {
        try {
            return HexFormat.of().parseHex(kept.toString());
        } catch (IllegalArgumentException noHex) {
            throw new RecordsException("expected hex digits in " + name + ", found " + noHex.getMessage(), noHex);
        }
    }

    private static Map<String, String> values(Object record) {
        Map<Object, Object> named = new LinkedHashMap<>((Map<?, ?>) record);
        named.remove(BYTES);
        named.remove(END);
        Map<String, String> values = new LinkedHashMap<>();
        RecordMaps.flatten(named, values);
        return values;
    }

    private byte[] encoded(Map<String, String> values) {
        byte[] full = encoder.record(values);
        return ofOneLength ? full : asFarAsGiven(full, values.keySet());
    }

    /** Behind its last field a variable record has nothing: bytes of another type of record would be no values of this one. */
    private byte[] asFarAsGiven(byte[] full, Set<String> names) {
        Frame frame = new Frame();
        frame.bytes = full;
        frame.length = full.length;
        int end = 0;
        for (String name : names) {
            FieldReader field = decoder.field(name);
            try {
                end = Math.max(end, field.offset(frame) + field.item().length());
            } catch (FieldException notWritten) {
                throw new RecordsException(notWritten.located(1), notWritten);
            }
        }
        return Arrays.copyOf(full, end);
    }
}
