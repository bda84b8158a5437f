package io.banku.inspect;

import io.banku.copybook.DataItem;
import io.banku.copybook.Group;
import io.banku.copybook.Layout;
import io.banku.record.Dialect;
import io.banku.record.Frame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Why does a copybook not fit? Every small change is tried on a few records, and the best of them on all: what makes most
 * records legal comes first; of two that make about as many, what makes their bytes likelier; of two that do that, what lies nearer
 * before the first field that is wrong. Two changes at once are tried where no single one explains the records. One thread.
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

    /** Where a single change makes that many records legal, nobody looks for two. */
    private static final double EXPLAINED = 0.9;

    /** So many first changes are tried with every second one: some seconds. */
    private static final int MOST_FIRST = 16;

    private static final int MOST_OF_ENTRY = 4;

    private record Tried(Edit edit, Fit fit, double far) {
        double worth() {
            return fit.bits() - edit.unlikely() - far;
        }
    }

    private static final Comparator<Tried> BEST = Comparator.<Tried>comparingInt(
                    each -> each.fit().legal())
            .thenComparingInt(each -> -each.fit().overhang())
            .thenComparingDouble(Tried::worth)
            .reversed();

    private final Optional<TypeField> type;
    private final List<Frame> sample;
    private final List<Frame> few;
    private final boolean isFixed;
    private final Fit before;

    /** Where all records have one length no change is worth a try that makes the copybook differ more from it. */
    private final int mostOver;

    private FitSearch(Layout layout, Dialect dialect, List<Frame> sample, boolean isFixed) {
        this.type = TypeField.of(layout, dialect.codePage());
        this.sample = sample;
        this.isFixed = isFixed;
        this.before = Fit.of(layout, FitNode.of(layout, dialect), type, sample, isFixed);
        this.few = few(sample, before);
        this.mostOver = isFixed ? Math.abs(over(layout)) : Integer.MAX_VALUE;
    }

    /** The best first; only those that make more records legal, or describe more of their bytes. */
    static List<Proposal> of(Layout layout, Dialect dialect, List<Frame> sample, boolean isFixed) {
        FitSearch search = new FitSearch(layout, dialect, sample, isFixed);
        Edit none = new Edit("", 0, Outline.of(layout), dialect, 0);
        List<Tried> ones =
                search.onAll(search.tried(none, layout, search.before, search.over(layout), search.mostOver));
        if (search.mayBeOfTheFile()
                && !search.explains(search.before)
                && ones.stream().noneMatch(each -> search.explains(each.fit()))) {
            ones.addAll(search.onAll(search.pairs(none, layout)).stream()
                    .filter(each -> search.explains(each.fit()))
                    .toList());
            ones.sort(BEST);
        }
        return ones.stream()
                .map(each -> new Proposal(each.edit().told(), each.fit().legal(), each.worth() - search.before.bits()))
                .toList();
    }

    /** Not where no record is of a type that the copybook names: two mistakes do not make it that of another file. */
    private boolean mayBeOfTheFile() {
        return before.types() == null || !before.types().areNone();
    }

    private boolean explains(Fit fit) {
        return fit.legal() >= EXPLAINED * sample.size();
    }

    /** What holds for all records decides. */
    private List<Tried> onAll(List<Tried> tried) {
        tried.sort(BEST);
        List<Tried> again = new ArrayList<>();
        for (Tried each : tried.subList(0, Math.min(TRIED_ON_ALL, tried.size()))) {
            Fit fit = Fit.of(each.edit(), type, sample, isFixed, mostOver).orElseThrow();
            boolean isAsLegal = fit.legal() == before.legal() && before.legal() > 0;
            boolean isBetter =
                    fit.legal() > before.legal() || isAsLegal && before.overhang() > 0 && fit.overhang() == 0;
            if (isBetter) {
                again.add(new Tried(each.edit(), fit, each.far()));
            }
        }
        again.sort(BEST);
        return again;
    }

    private int over(Layout layout) {
        return isFixed ? Fit.over(sample.get(0).length, layout) : 0;
    }

    /**
     * Every change of a copybook that may be one already, on a few records.
     *
     * @param over bytes by which the records are longer than the copybook says; 0: any change of a length is tried
     * @param most bytes by which they may differ from it afterwards
     */
    private List<Tried> tried(Edit from, Layout layout, Fit fit, int over, int most) {
        Map<Integer, Integer> offsets = new TreeMap<>();
        for (int i = 0; i < layout.roots().size(); i++) {
            offsets(layout.roots().get(i), from.roots().get(i), offsets);
        }
        int wrong = firstWrong(fit);
        List<Tried> tried = new ArrayList<>();
        for (Edit edit : Edits.of(from.roots(), from.dialect(), over)) {
            double far = far(offsets.getOrDefault(edit.line(), -1), wrong, offsets);
            if (far < BEHIND) {
                Fit.of(edit, type, few, isFixed, most).ifPresent(fitted -> tried.add(new Tried(edit, fitted, far)));
            }
        }
        return tried;
    }

    /** Two changes at once: any second one with those first ones that make the bytes likeliest. */
    private List<Tried> pairs(Edit none, Layout layout) {
        List<Tried> firsts = tried(none, layout, before, 0, Integer.MAX_VALUE);
        firsts.sort(Comparator.comparingDouble(Tried::worth).reversed());
        Map<Integer, Integer> ofEntry = new TreeMap<>();
        Map<String, Tried> pairs = new LinkedHashMap<>();
        int expanded = 0;
        for (Tried first : firsts) {
            int line = first.edit().line();
            if (line > 0 && ofEntry.merge(line, 1, Integer::sum) <= MOST_OF_ENTRY && expanded < MOST_FIRST) {
                expanded++;
                Layout changed = first.edit().layout();
                for (Tried second : tried(first.edit(), changed, first.fit(), over(changed), mostOver)) {
                    if (second.edit().line() > 0 && second.edit().line() != line) {
                        Tried pair = both(first, second);
                        pairs.putIfAbsent(pair.edit().told(), pair);
                    }
                }
            }
        }
        return new ArrayList<>(pairs.values());
    }

    /** Told in the order of the copybook. */
    private static Tried both(Tried first, Tried second) {
        Edit edit = second.edit();
        boolean isBefore = edit.line() < first.edit().line();
        Edit both = new Edit(
                isBefore
                        ? edit.told() + " and " + first.edit().told()
                        : first.edit().told() + " and " + edit.told(),
                edit.line(),
                edit.roots(),
                edit.dialect(),
                first.edit().unlikely() + edit.unlikely());
        return new Tried(both, second.fit(), first.far() + second.far());
    }

    /** Where the entries stand, by their lines in the copybook as it came. */
    private static void offsets(DataItem item, Outline entry, Map<Integer, Integer> offsets) {
        if (entry.line() > 0) {
            offsets.put(entry.line(), item.offset());
        }
        if (item instanceof Group group) {
            for (int i = 0; i < group.items().size(); i++) {
                offsets(group.items().get(i), entry.items().get(i), offsets);
            }
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

    /** Where the first field is, in the order of the record, that is wrong half as often as the one that is so most often; or -1. */
    private static int firstWrong(Fit fit) {
        Map<Integer, Integer> wrong = new TreeMap<>();
        for (Fit.OfRecord record : fit.records()) {
            for (FieldFit field : record.fields()) {
                wrong.merge(field.reader().item().offset(), field.isLegal() ? 0 : 1, Integer::sum);
            }
        }
        int most = wrong.values().stream().max(Integer::compare).orElse(0);
        return wrong.entrySet().stream()
                .filter(each -> most > 0 && 2 * each.getValue() >= most)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(-1);
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
