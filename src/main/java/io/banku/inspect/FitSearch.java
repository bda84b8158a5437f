package io.banku.inspect;

import io.banku.copybook.DataItem;
import io.banku.copybook.Group;
import io.banku.copybook.Layout;
import io.banku.record.Dialect;
import io.banku.record.Frame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Why does a copybook not fit? Every small change is tried on a few records, and the best of them on all: what makes most
 * records legal comes first; of two that make about as many, what makes their bytes likelier; of two that do that, what lies nearer
 * before the first field that is wrong.
 */
final class FitSearch {
    private static final int FEW = 16;
    private static final int TRIED_ON_ALL = 16;

    /** Bits of all records together, for each entry between a change and the first wrong field. */
    private static final double FAR = 0.05;

    /** Of several descriptions of the same bytes another one may be the wrong field's. */
    private static final int NEAR = 12;

    /** What stands far behind the first wrong field cannot mend it. */
    private static final double BEHIND = 1000;

    private record Tried(Edit edit, Fit fit, double far) {
        double worth() {
            return fit.bits() - edit.unlikely() - far;
        }
    }

    private FitSearch() {}

    /** The best first; only those that make more records legal, or describe more of their bytes. */
    static List<Proposal> of(Layout layout, Dialect dialect, List<Frame> sample, boolean isFixed) {
        Fit before = Fit.of(layout, dialect, sample, isFixed);
        List<Outline> outline = Outline.of(layout);
        Map<Integer, Integer> offsets = new TreeMap<>();
        layout.roots().forEach(root -> offsets(root, offsets));
        int wrong = offsets.getOrDefault(firstWrong(before), -1);
        List<Tried> tried = new ArrayList<>();
        List<Frame> few = few(sample, before);
        for (Edit edit : Edits.of(outline, dialect, isFixed ? sample.get(0).length - layout.length() : 0)) {
            if (far(offsets.getOrDefault(edit.line(), -1), wrong, offsets) >= BEHIND) {
                continue;
            }
            Fit.of(edit.roots(), edit.dialect(), few, isFixed)
                    .ifPresent(fit -> tried.add(
                            new Tried(edit, fit, far(offsets.getOrDefault(edit.line(), -1), wrong, offsets))));
        }
        Comparator<Tried> best = Comparator.<Tried>comparingInt(
                        each -> each.fit().legal())
                .thenComparingInt(each -> -each.fit().overhang())
                .thenComparingDouble(Tried::worth)
                .reversed();
        tried.sort(best);
        List<Tried> again = new ArrayList<>();
        for (Tried each : tried.subList(0, Math.min(TRIED_ON_ALL, tried.size()))) {
            Fit fit = Fit.of(each.edit().roots(), each.edit().dialect(), sample, isFixed)
                    .orElseThrow();
            boolean isBetter =
                    fit.legal() > before.legal() || fit.legal() == before.legal() && fit.overhang() < before.overhang();
            if (isBetter) {
                again.add(new Tried(each.edit(), fit, each.far()));
            }
        }
        again.sort(best);
        return again.stream()
                .map(each -> new Proposal(each.edit().told(), each.fit().legal(), each.worth() - before.bits()))
                .toList();
    }

    private static void offsets(DataItem item, Map<Integer, Integer> offsets) {
        offsets.put(item.declaration().line(), item.offset());
        if (item instanceof Group group) {
            group.items().forEach(each -> offsets(each, offsets));
        }
    }

    /** How many places where fields begin lie between a changed entry and the first wrong field. */
    private static double far(int changed, int wrong, Map<Integer, Integer> offsets) {
        if (changed < 0 || wrong < 0) {
            return FAR;
        }
        long between = offsets.values().stream()
                .distinct()
                .filter(offset -> offset > Math.min(changed, wrong) && offset < Math.max(changed, wrong))
                .count();
        return changed > wrong + NEAR ? BEHIND : FAR * (between + (changed == wrong ? 0 : 1));
    }

    /** The line of the first field, in the order of the record, that is wrong half as often as the one that is so most often. */
    private static int firstWrong(Fit fit) {
        Map<Integer, Integer> wrong = new TreeMap<>();
        Map<Integer, Integer> places = new TreeMap<>();
        for (Fit.OfRecord record : fit.records()) {
            for (FieldFit field : record.fields()) {
                int line = field.reader().item().declaration().line();
                places.putIfAbsent(line, field.reader().offset());
                wrong.merge(line, field.isLegal() ? 0 : 1, Integer::sum);
            }
        }
        int most = wrong.values().stream().max(Integer::compare).orElse(0);
        return wrong.entrySet().stream()
                .filter(each -> most > 0 && 2 * each.getValue() >= most)
                .map(Map.Entry::getKey)
                .min(Comparator.comparing(places::get))
                .orElse(0);
    }

    /** Some from everywhere, and some that are wrong, if few are. */
    private static List<Frame> few(List<Frame> sample, Fit fit) {
        List<Frame> wrong = new ArrayList<>();
        for (int i = 0; i < sample.size(); i++) {
            if (fit.records().get(i).fields().stream().anyMatch(field -> !field.isLegal())) {
                wrong.add(sample.get(i));
            }
        }
        List<Frame> few = new ArrayList<>(spread(wrong, FEW / 2));
        few.addAll(spread(sample, FEW - few.size()));
        return few;
    }

    static List<Frame> spread(List<Frame> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        List<Frame> spread = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            spread.add(all.get((int) ((long) i * all.size() / most)));
        }
        return spread;
    }
}
