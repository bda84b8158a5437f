package io.banku.inspect;

import io.banku.copybook.DataItem;
import io.banku.copybook.Elementary;
import io.banku.copybook.Usage;
import io.banku.record.CodePage;
import io.banku.record.FieldException;
import io.banku.record.FieldReader;
import io.banku.record.Frame;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
        boolean[] masked = masked(frame, fit, nodes, way);
        List<FieldSight> fields = new ArrayList<>();
        for (FieldFit each : fit.fields()) {
            place(each.reader(), frame).ifPresent(offset -> fields.add(field(each, frame, offset, masked)));
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

    /** A record that was found before, or that was made up. */
    public static RecordSight of(byte[] record, long number, long offset, Way way) {
        Frame frame = new Frame();
        frame.bytes = record;
        frame.length = record.length;
        frame.number = number;
        frame.fileOffset = offset;
        return of(frame, way, way.nodes(), "");
    }

    /** As {@code banku inspect --record} shows it, without colours. */
    public String text() {
        return RecordText.of(this, Paint.NONE);
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

    private static Optional<Integer> place(FieldReader field, Frame frame) {
        try {
            return Optional.of(field.offset(frame)).filter(offset -> offset < frame.length);
        } catch (FieldException noCount) {
            return Optional.empty();
        }
    }

    private static FieldSight field(FieldFit fit, Frame frame, int offset, boolean[] masked) {
        Elementary item = (Elementary) fit.reader().item();
        int length = Math.min(item.length(), frame.length - offset);
        boolean isMasked = isMasked(fit, frame, masked);
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

    private static boolean hidesNumbers(Fit.OfRecord fit, List<FieldReader> mayBe, Way way) {
        return Stream.concat(fit.fields().stream().map(FieldFit::reader), mayBe.stream())
                .anyMatch(reader -> way.hidden().test(reader) && ((Elementary) reader.item()).usage() != Usage.DISPLAY);
    }

    /**
     * The bytes of private fields, by every description that may be the record's. Where the record does not fit, nothing says
     * where these are: all letters and digits are masked then, and all bytes where a private field is no text, as any byte
     * may be one of its digits.
     */
    static boolean[] masked(Frame frame, Fit.OfRecord fit, List<FitNode> nodes, Way way) {
        boolean[] masked = new boolean[frame.length];
        if (!way.hidesAny()) {
            return masked;
        }
        List<FieldReader> fields = new ArrayList<>();
        Set<DataItem> read = way.read().apply(frame);
        FitNode.mayBe(frame, nodes, read).forEach(node -> node.mayBe(frame, read, fields));
        if (!fit.isLegal() && hidesNumbers(fit, fields, way)) {
            Arrays.fill(masked, true);
        } else if (!fit.isLegal()) {
            for (int i = 0; i < masked.length; i++) {
                masked[i] = Masked.isLetterOrDigit(frame.bytes[frame.start + i], way.page());
            }
        }
        for (FieldReader field : fields) {
            if (way.hiddenItself().test(field)) {
                int from = place(field, frame).orElse(masked.length);
                Arrays.fill(
                        masked,
                        from,
                        Math.min(masked.length, from + field.item().length()),
                        true);
            }
        }
        return masked;
    }

    /** Whether any byte of a field is masked. */
    static boolean isMasked(FieldFit field, Frame frame, boolean[] masked) {
        int from = place(field.reader(), frame).orElse(masked.length);
        int to = Math.min(masked.length, from + field.reader().item().length());
        boolean isMasked = false;
        for (int i = from; i < to; i++) {
            isMasked |= masked[i];
        }
        return isMasked;
    }
}
