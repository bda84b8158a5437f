package io.banku.inspect;

import io.banku.record.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The small changes of a copybook that are worth a try: for each entry another length, usage or sign, something missing before
 * it, itself one too many or another description of what stands before it, another number of occurrences, its neighbour's place.
 */
final class Edits {
    private static final int FARTHEST = 6;
    private static final int MOST_MISSING = 12;
    private static final List<String> READINGS = List.of(
            "endian=little",
            "odo=maximum",
            "odo=padded",
            "odo=compact",
            "signs=lenient",
            "trunc=bin",
            "float=ieee",
            "short-text=ends-early",
            "spaces=zero",
            "low-values=zero",
            "encoding=us-ascii",
            "encoding=cp037");

    private final List<Outline> roots;
    private final Dialect dialect;
    private final int over;
    private final List<Edit> edits = new ArrayList<>();

    private Edits(List<Outline> roots, Dialect dialect, int over) {
        this.over = over;
        this.roots = roots;
        this.dialect = dialect;
    }

    /** @param over bytes by which the records are longer than the copybook says */
    static List<Edit> of(List<Outline> roots, Dialect dialect, int over) {
        Edits all = new Edits(roots, dialect, over);
        for (int root = 0; root < roots.size(); root++) {
            int at = root;
            all.inGroup(roots.get(root), changed -> changed, at);
        }
        all.synchronised();
        all.readings();
        return all.edits;
    }

    private void add(String told, int line, double unlikely, Outline root, int at) {
        List<Outline> changed = new ArrayList<>(roots);
        changed.set(at, root);
        edits.add(new Edit(told, line, changed, dialect, unlikely));
    }

    /** @param whole puts a changed group back into its record */
    private void inGroup(Outline group, UnaryOperator<Outline> whole, int root) {
        for (int i = 0; i < group.items().size(); i++) {
            int at = i;
            Outline item = group.items().get(i);
            UnaryOperator<Outline> replaced = changed -> whole.apply(replace(group, at, List.of(changed)));
            if (item.isGroup()) {
                inGroup(item, replaced, root);
            } else {
                for (ItemEdits.Change each : ItemEdits.of(item, over)) {
                    add(each.told(), item.line(), each.unlikely(), replaced.apply(each.changed()), root);
                }
            }
            occurrences(item, replaced, root);
            around(group, at, whole, root);
        }
    }

    private static Outline replace(Outline group, int at, List<Outline> by) {
        List<Outline> items = new ArrayList<>(group.items());
        items.remove(at);
        items.addAll(at, by);
        return group.with(items);
    }

    private void occurrences(Outline item, UnaryOperator<Outline> whole, int root) {
        if (item.occurs() == 0 || item.counter() != null) {
            return;
        }
        for (int other = Math.max(1, item.occurs() - FARTHEST); other <= item.occurs() + FARTHEST; other++) {
            if (other != item.occurs()) {
                add(
                        item.name() + " occurred " + other + " times",
                        item.line(),
                        1 + 0.1 * Math.abs(other - item.occurs()),
                        whole.apply(item.occurring(other)),
                        root);
            }
        }
    }

    /** What concerns an entry's place among its neighbours. */
    private void around(Outline group, int at, UnaryOperator<Outline> whole, int root) {
        Outline item = group.items().get(at);
        String name = told(item, group, at);
        boolean isRedefined =
                group.items().stream().anyMatch(each -> item.name().equals(each.redefines()));
        if (item.redefines() == null) {
            for (int bytes = 1; bytes <= Math.max(over, MOST_MISSING); bytes++) {
                if (!ItemEdits.isPossible(bytes, over)) {
                    continue;
                }
                Outline missing = Outline.filler(item.level(), bytes);
                add(
                        Told.counted(bytes, "byte") + " stood before " + name,
                        item.line(),
                        1.6 + 0.1 * bytes,
                        whole.apply(replace(group, at, List.of(missing, item))),
                        root);
            }
            if (!isRedefined && group.items().size() > 1) {
                add(name + " were not there", item.line(), 1.2, whole.apply(replace(group, at, List.of())), root);
            }
        } else {
            add(
                    name + " did not redefine " + item.redefines(),
                    item.line(),
                    1.5,
                    whole.apply(replace(group, at, List.of(item.redefining(null)))),
                    root);
        }
        if (at > 0 && item.redefines() == null && !isRedefined) {
            Outline before = group.items().get(at - 1);
            if (before.redefines() == null && !before.name().equals("FILLER")) {
                add(
                        name + " redefined " + before.name(),
                        item.line(),
                        1.3,
                        whole.apply(replace(group, at, List.of(item.redefining(before.name())))),
                        root);
            }
            if (before.redefines() == null
                    && group.items().stream().noneMatch(each -> before.name().equals(each.redefines()))) {
                Outline swapped = replace(replace(group, at, List.of(before)), at - 1, List.of(item));
                add(
                        name + " stood before " + told(before, group, at - 1),
                        item.line(),
                        1.4,
                        whole.apply(swapped),
                        root);
            }
        }
    }

    private static String told(Outline item, Outline group, int at) {
        return item.name().equals("FILLER")
                ? "the FILLER behind "
                        + (at == 0 ? group.name() : group.items().get(at - 1).name())
                : item.name();
    }

    /** What a feed says of how values are read. */
    private void readings() {
        for (String reading : READINGS) {
            String[] sides = reading.split("=");
            Dialect other = dialect.with(sides[0], sides[1]);
            if (!other.equals(dialect)) {
                edits.add(new Edit("it were read with " + sides[0] + ": " + sides[1], 0, roots, other, 1.3));
            }
        }
    }

    private void synchronised() {
        List<Outline> with =
                roots.stream().map(root -> synchronised(root, true)).toList();
        List<Outline> without =
                roots.stream().map(root -> synchronised(root, false)).toList();
        if (!with.equals(roots)) {
            edits.add(new Edit("its binary items were SYNC", 0, with, dialect, 1.2));
        }
        if (!without.equals(roots)) {
            edits.add(new Edit("its binary items were not SYNC", 0, without, dialect, 1.2));
        }
    }

    private static Outline synchronised(Outline item, boolean is) {
        if (item.isGroup()) {
            return item.with(
                    item.items().stream().map(each -> synchronised(each, is)).toList());
        }
        return item.usage().isBinary() || item.usage().isFloat() ? item.synchronised(is) : item;
    }
}
