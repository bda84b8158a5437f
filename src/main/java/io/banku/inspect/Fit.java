package io.banku.inspect;

import io.banku.copybook.CopybookException;
import io.banku.copybook.Layout;
import io.banku.record.Frame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How well a layout fits a sample of records. Immutable.
 *
 * @param legal records in which every field has a legal value
 * @param overhang bytes by which records are longer than their description, or shorter where all have one length; of the sample
 * @param types what stands in the field whose values have names; null where there is none
 * @param bits as of {@link FitNode}, of all records
 */
record Fit(int legal, double bits, int overhang, List<OfRecord> records, TypeField.Named types) {
    private static final double BYTE_TOO_MANY = -2;
    private static final double BLANK_TOO_MANY = -0.6;
    private static final double BYTE_MISSING = -2;

    /** What one record has, by the description that fits it best. */
    record OfRecord(double bits, List<FieldFit> fields, boolean isLegal) {
        static final OfRecord NONE = new OfRecord(0, List.of(), false);

        private OfRecord illegal() {
            return new OfRecord(bits, fields, false);
        }
    }

    /** @param roots one for each record description of the layout */
    static OfRecord of(Frame frame, List<FitNode> roots, Layout layout, boolean isFixed) {
        double best = Double.NEGATIVE_INFINITY;
        List<FieldFit> bestFields = List.of();
        for (int i = 0; i < roots.size(); i++) {
            List<FieldFit> fields = new ArrayList<>();
            double own = roots.get(i).fit(frame, fields)
                    + end(frame, layout.roots().get(i).totalLength(), isFixed);
            if (own > best) {
                best = own;
                bestFields = fields;
            }
        }
        boolean isLegal = bestFields.stream().allMatch(FieldFit::isLegal) && !isLonger(frame, layout.length());
        return new OfRecord(best, bestFields, isLegal);
    }

    /**
     * @param type where no record has one of the values that it names, none is legal: the copybook is that of another file
     * @param isFixed whether all records have the same length
     */
    static Fit of(Layout layout, List<FitNode> roots, Optional<TypeField> type, List<Frame> sample, boolean isFixed) {
        List<OfRecord> records = new ArrayList<>();
        int legal = 0;
        double bits = 0;
        int overhang = 0;
        for (Frame frame : sample) {
            OfRecord best = of(frame, roots, layout, isFixed);
            bits += best.bits();
            overhang += isFixed ? Math.abs(over(frame.length, layout)) : Math.max(0, frame.length - layout.length());
            legal += best.isLegal() ? 1 : 0;
            records.add(best);
        }
        TypeField.Named types = type.map(each -> each.count(records)).orElse(null);
        return types != null && types.areNone()
                ? new Fit(
                        0,
                        bits,
                        overhang,
                        records.stream().map(OfRecord::illegal).toList(),
                        types)
                : new Fit(legal, bits, overhang, records, types);
    }

    /** Bytes by which a record is longer than the description whose length is the nearest. */
    static int over(int length, Layout layout) {
        return layout.roots().stream()
                .map(root -> length - root.totalLength())
                .min(Comparator.comparingInt(Math::abs))
                .orElseThrow();
    }

    /**
     * Empty where the changed copybook is none.
     *
     * @param mostOver empty, too, where the length differs by more
     */
    static Optional<Fit> of(Edit edit, Optional<TypeField> type, List<Frame> sample, boolean isFixed, int mostOver) {
        try {
            Layout layout = edit.layout();
            if (isFixed && Math.abs(over(sample.get(0).length, layout)) > mostOver) {
                return Optional.empty();
            }
            return Optional.of(of(layout, FitNode.of(layout, edit.dialect()), type, sample, isFixed));
        } catch (CopybookException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** Fiftieths of the records that are legal: a single odd record does not decide. */
    int roughly() {
        return records.isEmpty() ? 0 : Math.round(50f * legal / records.size());
    }

    private static double end(Frame frame, int length, boolean isFixed) {
        int over = frame.length - length;
        if (over > 0) {
            return over * (isLonger(frame, length) ? BYTE_TOO_MANY : BLANK_TOO_MANY);
        }
        return isFixed ? -over * BYTE_MISSING : 0;
    }

    private static boolean isLonger(Frame frame, int length) {
        for (int i = length; i < frame.length; i++) {
            byte b = frame.bytes[frame.start + i];
            if (b != 0 && b != 0x40 && b != 0x20) {
                return true;
            }
        }
        return false;
    }
}
