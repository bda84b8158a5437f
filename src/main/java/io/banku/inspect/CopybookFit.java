package io.banku.inspect;

import io.banku.copybook.Layout;
import io.banku.record.CodePage;
import io.banku.record.Dialect;
import io.banku.record.Frame;
import io.banku.record.Framing;
import io.banku.record.FramingException;
import io.banku.record.RecordSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How well a copybook fits a file, field by field, and what would have to be otherwise where it does not. Judged by records from
 * everywhere in the file. Immutable.
 *
 * @param framing by which the file was read
 * @param looked how many records were looked at
 * @param legal how many of them are legal in every field
 * @param lengths how many of them have each length
 * @param proposals the best first; empty where the copybook fits
 */
public record CopybookFit(
        String framing,
        Layout layout,
        int looked,
        int legal,
        Map<Integer, Integer> lengths,
        List<FieldCount> fields,
        List<Proposal> proposals) {
    private static final int SAMPLE = 300;

    /**
     * @param framing as {@code framing:} has it
     * @param encoding as {@code encoding:} has it
     * @throws IllegalArgumentException when there is no such framing or encoding
     * @throws IOException when the file cannot be read
     */
    public static CopybookFit of(Path file, Layout layout, String framing, String encoding) throws IOException {
        Packing packing = Packing.of(file);
        Bytes bytes = packing.content().orElseThrow(() -> new IllegalArgumentException(packing.told()));
        Dialect dialect = Dialect.of(CodePage.of(encoding));
        List<Frame> sample = sample(bytes, Framing.of(framing, layout, dialect));
        Map<Integer, Integer> lengths = new TreeMap<>();
        sample.forEach(each -> lengths.merge(each.length, 1, Integer::sum));
        boolean isFixed = lengths.size() == 1 && sample.size() > 1;
        if (sample.isEmpty()) {
            return new CopybookFit(framing, layout, 0, 0, lengths, List.of(), List.of());
        }
        Fit fit = Fit.of(layout, dialect, sample, isFixed);
        boolean fits = fit.legal() == sample.size() && fit.overhang() == 0;
        return new CopybookFit(
                framing,
                layout,
                sample.size(),
                fit.legal(),
                lengths,
                counted(fit, sample),
                fits ? List.of() : FitSearch.of(layout, dialect, sample, isFixed));
    }

    /** Every so many records one, and the last. */
    private static List<Frame> sample(Bytes bytes, Framing framing) throws IOException {
        List<Frame> sample = new ArrayList<>();
        long every = 1;
        Frame frame = new Frame();
        Frame last = new Frame();
        last.bytes = new byte[0];
        try (RecordSource source = framing.open(bytes.open())) {
            while (source.next(frame)) {
                keep(frame, last);
                if ((frame.number - 1) % every == 0) {
                    sample.add(copy(frame));
                    if (sample.size() == 2 * SAMPLE) {
                        sample = everyOther(sample);
                        every *= 2;
                    }
                }
            }
        } catch (FramingException rest) {
            return sample; // what is before it can be looked at all the same
        }
        if (!sample.isEmpty() && sample.get(sample.size() - 1).number < last.number) {
            sample.add(copy(last));
        }
        return sample;
    }

    /** The last record may be a trailer, and worth a look. */
    private static void keep(Frame frame, Frame last) {
        if (last.bytes.length < frame.length) {
            last.bytes = new byte[2 * frame.length];
        }
        System.arraycopy(frame.bytes, frame.start, last.bytes, 0, frame.length);
        last.length = frame.length;
        last.number = frame.number;
        last.fileOffset = frame.fileOffset;
    }

    private static List<Frame> everyOther(List<Frame> all) {
        List<Frame> half = new ArrayList<>();
        for (int i = 0; i < all.size(); i += 2) {
            half.add(all.get(i));
        }
        return half;
    }

    private static Frame copy(Frame frame) {
        Frame copy = new Frame();
        copy.bytes = Arrays.copyOfRange(frame.bytes, frame.start, frame.start + frame.length);
        copy.length = frame.length;
        copy.number = frame.number;
        copy.fileOffset = frame.fileOffset;
        return copy;
    }

    private static List<FieldCount> counted(Fit fit, List<Frame> sample) {
        Map<String, FieldCount> counts = new LinkedHashMap<>();
        for (int i = 0; i < sample.size(); i++) {
            for (FieldFit field : fit.records().get(i)) {
                String key = field.reader().item().declaration().line() + " "
                        + field.reader().name();
                counts.computeIfAbsent(key, none -> new FieldCount(field)).add(field, sample.get(i).number);
            }
        }
        return counts.values().stream()
                .filter(each -> !each.field().reader().item().isFiller())
                .sorted(Comparator.comparingInt(
                        each -> each.field().reader().item().declaration().line()))
                .toList();
    }

    public boolean fits() {
        return legal == looked && looked > 0 && proposals.isEmpty();
    }

    /** For a person. */
    public String text() {
        return CopybookFitText.of(this);
    }
}
