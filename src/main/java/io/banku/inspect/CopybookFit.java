package io.banku.inspect;

import io.banku.copybook.Layout;
import io.banku.record.Frame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * @param over bytes by which all records are longer than the copybook says, negative where they are shorter; 0 where they
 *     have several lengths
 * @param doubts what speaks against the copybook though each field may be legal: another length, values without names
 * @param proposals the best first; empty where the copybook fits, and where none was looked for
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
        int over,
        List<String> doubts,
        List<Proposal> proposals) {
    /** Stands among the rules for records that none matches. */
    static final String NO_RULE = "none";

    /** Whether small changes of the copybook are tried where it does not fit, which takes seconds. */
    public enum Search {
        PROPOSALS,
        NONE
    }

    /**
     * @param most bytes that are looked at, from the first one on
     * @throws IOException when the file cannot be read
     */
    public static CopybookFit of(Path file, Way way, long most, Search search, Watch watch) throws IOException {
        Packing packing = Packing.of(file, watch);
        Bytes bytes = packing.content().orElseThrow(() -> new IllegalArgumentException(packing.told()));
        Sample sample = Sample.of(Beginning.of(bytes, most), way);
        List<Frame> records = sample.records();
        Map<Integer, Integer> lengths = new TreeMap<>();
        records.forEach(each -> lengths.merge(each.length, 1, Integer::sum));
        boolean isFixed = lengths.size() == 1 && records.size() > 1;
        Optional<TypeField> type = TypeField.of(way.layout(), way.page());
        Fit fit = Fit.of(way.layout(), way.nodes(), type, records, isFixed);
        int over = isFixed ? Fit.over(records.get(0).length, way.layout()) : 0;
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
                over,
                doubts(fit, way, over, lengths),
                fits || records.isEmpty() || search == Search.NONE
                        ? List.of()
                        : FitSearch.of(way.layout(), way.dialect(), records, isFixed));
    }

    private static List<String> doubts(Fit fit, Way way, int over, Map<Integer, Integer> lengths) {
        List<String> doubts = new ArrayList<>();
        if (over != 0) {
            doubts.add("its records have "
                    + Told.counted(lengths.keySet().iterator().next(), "byte") + " each, "
                    + Told.counted(Math.abs(over), "byte") + (over > 0 ? " more" : " fewer")
                    + " than the copybook says");
        }
        if (fit.types() != null) {
            fit.types().told(way.hidesAny()).ifPresent(doubts::add);
        }
        return doubts;
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
        return legal == looked && looked > 0 && over == 0 && proposals.isEmpty();
    }

    /**
     * Whether a feed can be made of file and copybook: records fall apart to the end of the file, have the length that the
     * copybook says where all have one, or blanks behind it, and are legal.
     *
     * @param share of the records that have to be legal
     */
    public boolean explains(double share) {
        return looked > 0 && brokenOff == null && !isTooShort() && legal >= share * looked;
    }

    /** Records behind descriptor words may end before the last field. */
    private boolean isTooShort() {
        return over < 0 && (framing.contains("fixed") || framing.contains("width"));
    }

    /** Why it does not explain the file, as half a sentence. */
    public String fault() {
        if (looked == 0) {
            return "no record" + (brokenOff == null ? "" : "; " + brokenOff);
        }
        List<String> faults = new ArrayList<>(doubts);
        faults.add(Told.number(legal) + " of the " + Told.counted(looked, "record") + " looked at fit");
        if (brokenOff != null) {
            faults.add("the records end at " + brokenOff);
        }
        return String.join("; ", faults);
    }

    /** For a person. */
    public String text() {
        return CopybookFitText.of(this);
    }
}
