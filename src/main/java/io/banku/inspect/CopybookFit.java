package io.banku.inspect;

import io.banku.copybook.Layout;
import io.banku.record.Frame;
import java.io.IOException;
import java.nio.file.Path;
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
 * @param firstBad the first of them that is not; 0 where all are
 * @param rules how many records of the file each rule of the feed matches; null without a feed
 * @param firstWithoutRule the first record that no rule matches; 0 where there is none
 * @param brokenOff where and why the file stops falling into records; null where it does so to its end
 * @param proposals the best first; empty where the copybook fits
 */
public record CopybookFit(
        String framing,
        Layout layout,
        int looked,
        int legal,
        Map<Integer, Integer> lengths,
        long firstBad,
        Map<String, Long> rules,
        long firstWithoutRule,
        String brokenOff,
        List<FieldCount> fields,
        List<Proposal> proposals) {
    /** Stands among the rules for records that none matches. */
    static final String NO_RULE = "none";

    /**
     * @param framing as {@code framing:} has it
     * @param encoding as {@code encoding:} has it
     * @throws IllegalArgumentException when there is no such framing or encoding
     * @throws IOException when the file cannot be read
     */
    public static CopybookFit of(Path file, Layout layout, String framing, String encoding) throws IOException {
        return of(file, Way.of(layout, framing, encoding, Way.Values.SHOWN));
    }

    /** @throws IOException when the file cannot be read */
    public static CopybookFit of(Path file, Way way) throws IOException {
        return of(file, way, Long.MAX_VALUE);
    }

    /**
     * @param most bytes that are looked at, from the first one on
     * @throws IOException when the file cannot be read
     */
    public static CopybookFit of(Path file, Way way, long most) throws IOException {
        Packing packing = Packing.of(file);
        Bytes bytes = packing.content().orElseThrow(() -> new IllegalArgumentException(packing.told()));
        Sample sample = Sample.of(Beginning.of(bytes, most), way);
        List<Frame> records = sample.records();
        Map<Integer, Integer> lengths = new TreeMap<>();
        records.forEach(each -> lengths.merge(each.length, 1, Integer::sum));
        boolean isFixed = lengths.size() == 1 && records.size() > 1;
        Fit fit = Fit.of(way.layout(), way.nodes(), records, isFixed);
        boolean fits = fit.legal() == records.size() && fit.overhang() == 0;
        return new CopybookFit(
                way.framing(),
                way.layout(),
                records.size(),
                fit.legal(),
                lengths,
                firstBad(fit, records),
                sample.rules(),
                sample.firstWithoutRule(),
                sample.brokenOff(),
                counted(fit, records, way),
                fits || records.isEmpty() ? List.of() : FitSearch.of(way.layout(), way.dialect(), records, isFixed));
    }

    private static long firstBad(Fit fit, List<Frame> records) {
        for (int i = 0; i < records.size(); i++) {
            if (!fit.records().get(i).isLegal()) {
                return records.get(i).number;
            }
        }
        return 0;
    }

    private static List<FieldCount> counted(Fit fit, List<Frame> sample, Way way) {
        Map<String, FieldCount> counts = new LinkedHashMap<>();
        List<FitNode> nodes = way.nodes();
        for (int i = 0; i < sample.size(); i++) {
            Fit.OfRecord record = fit.records().get(i);
            Frame frame = sample.get(i);
            boolean[] masked = RecordSight.masked(frame, record, nodes, way);
            for (FieldFit field : record.fields()) {
                String key = field.reader().item().declaration().line() + " "
                        + field.reader().name();
                counts.computeIfAbsent(
                                key, none -> new FieldCount(field, way.hidden().test(field.reader())))
                        .add(field, frame.number, shown(field, frame, masked, record.isLegal() || !way.hidesAny()));
            }
        }
        return counts.values().stream()
                .filter(each -> !each.field().reader().item().isFiller())
                .sorted(Comparator.comparingInt(
                        each -> each.field().reader().item().declaration().line()))
                .toList();
    }

    /** @param isPlaced whether the record fits: where it does not, anything may stand in the field */
    private static FieldCount.Shown shown(FieldFit field, Frame frame, boolean[] masked, boolean isPlaced) {
        return !isPlaced
                ? FieldCount.Shown.SHAPE
                : RecordSight.isMasked(field, frame, masked) ? FieldCount.Shown.NOTHING : FieldCount.Shown.VALUE;
    }

    public boolean fits() {
        return legal == looked && looked > 0 && proposals.isEmpty();
    }

    /** For a person. */
    public String text() {
        return CopybookFitText.of(this);
    }
}
