package io.banku.inspect;

import io.banku.copybook.Elementary;
import io.banku.copybook.Usage;
import io.banku.record.CodePage;
import io.banku.record.FieldException;
import io.banku.record.Frame;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One record as it is shown: its bytes, and the fields that lie on them. Of several descriptions of the same bytes that one is
 * shown which fits best. Immutable.
 *
 * @param offset of its first byte in the file
 * @param why somebody wants to see it; empty where the number says it
 * @param masked of each byte whether it is not to be shown
 * @param rule of the feed; null without one
 * @param isLegal whether every field is, and nothing but fillers stands behind the last one
 */
public record RecordSight(
        long number,
        long offset,
        String why,
        byte[] bytes,
        boolean[] masked,
        CodePage page,
        Optional<String> rule,
        List<FieldSight> fields,
        boolean isLegal) {
    /** Bytes of the file that are not known to be a record. */
    static final long NO_RECORD = 0;

    private static final int BYTES = 256;

    /** Stands for what is not shown. */
    static final char MASK = '*';

    static RecordSight of(Frame frame, Way way, List<FitNode> nodes, String why) {
        byte[] bytes = Arrays.copyOfRange(frame.bytes, frame.start, frame.start + frame.length);
        Fit.OfRecord fit = nodes.isEmpty() ? Fit.OfRecord.NONE : Fit.of(frame, nodes, way.layout(), false);
        boolean[] masked = masked(frame, fit, way);
        List<FieldSight> fields = new ArrayList<>();
        for (FieldFit each : fit.fields()) {
            place(each, frame).ifPresent(offset -> fields.add(field(each, offset, bytes.length, masked)));
        }
        return new RecordSight(
                frame.number,
                frame.fileOffset,
                why,
                bytes,
                masked,
                way.page(),
                way.rule() == null ? null : way.rule().apply(frame),
                fields,
                fit.isLegal());
    }

    /**
     * The bytes from there on, where nobody knows how the file falls into records.
     *
     * @throws IllegalArgumentException when the file ends before
     */
    public static RecordSight ofBytes(Path file, long offset, String encoding) throws IOException {
        Packing packing = Packing.of(file);
        Bytes content = packing.content().orElseThrow(() -> new IllegalArgumentException(packing.told()));
        byte[] bytes;
        try (InputStream stream = content.open()) {
            stream.skipNBytes(offset);
            bytes = stream.readNBytes(BYTES);
        } catch (EOFException before) {
            bytes = new byte[0];
        }
        if (bytes.length == 0) {
            throw new IllegalArgumentException("expected byte " + offset + ", found the end of the file before it");
        }
        return new RecordSight(
                NO_RECORD, offset, "", bytes, new boolean[bytes.length], CodePage.of(encoding), null, List.of(), false);
    }

    boolean isMasked() {
        for (boolean each : masked) {
            if (each) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Integer> place(FieldFit field, Frame frame) {
        try {
            return Optional.of(field.reader().offset(frame)).filter(offset -> offset < frame.length);
        } catch (FieldException noCount) {
            return Optional.empty();
        }
    }

    private static FieldSight field(FieldFit fit, int offset, int recordLength, boolean[] masked) {
        Elementary item = (Elementary) fit.reader().item();
        int length = Math.min(item.length(), recordLength - offset);
        boolean isMasked = false;
        for (int i = offset; i < offset + length; i++) {
            isMasked |= masked[i];
        }
        String value = fit.text() == null
                ? ""
                : isMasked ? String.valueOf(MASK).repeat(3) : fit.text().strip();
        return new FieldSight(
                fit.reader().name(),
                item.description(),
                offset,
                length,
                value,
                fit.isLegal() ? "" : fit.fault(isMasked));
    }

    private static boolean hidesNumbers(Fit.OfRecord fit, Way way) {
        return fit.fields().stream()
                .map(FieldFit::reader)
                .anyMatch(reader -> way.hidden().test(reader) && ((Elementary) reader.item()).usage() != Usage.DISPLAY);
    }

    /**
     * The bytes of private fields. Where the record does not fit, nothing says where these are: all letters and digits are
     * masked then, and all bytes where a private field is no text, as any byte may be one of its digits.
     */
    private static boolean[] masked(Frame frame, Fit.OfRecord fit, Way way) {
        boolean[] masked = new boolean[frame.length];
        if (!way.hidesAny()) {
            return masked;
        }
        if (!fit.isLegal() && hidesNumbers(fit, way)) {
            Arrays.fill(masked, true);
        } else if (!fit.isLegal()) {
            for (int i = 0; i < masked.length; i++) {
                masked[i] = Masked.isLetterOrDigit(frame.bytes[frame.start + i], way.page());
            }
        }
        for (FieldFit field : fit.fields()) {
            int from = way.hidden().test(field.reader()) ? place(field, frame).orElse(masked.length) : masked.length;
            Arrays.fill(
                    masked,
                    from,
                    Math.min(masked.length, from + field.reader().item().length()),
                    true);
        }
        return masked;
    }
}
