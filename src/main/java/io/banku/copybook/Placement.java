package io.banku.copybook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Trees of entries → items with offset and length, from the first byte to the last. */
final class Placement {
    /** The largest item of Enterprise COBOL. */
    private static final long LARGEST = 134_217_727;

    private final Faults faults;
    private final ElementaryRules rules;
    private final ConditionRules conditions;

    Placement(Faults faults) {
        this.faults = faults;
        this.rules = new ElementaryRules(faults);
        this.conditions = new ConditionRules(faults);
    }

    /** What a group says for the items in it. */
    private record Inherited(Usage usage, Sign sign) {
        static final Inherited NOTHING = new Inherited(null, null);

        Inherited with(Entry group) {
            return new Inherited(group.usage == null ? usage : group.usage, group.sign == null ? sign : group.sign);
        }
    }

    List<DataItem> place(String fileName, List<Entry> trees) {
        for (Entry tree : trees) {
            if (tree.level == 1 && tree.occursAt != null) {
                faults.add(tree.occursAt, "expected OCCURS below level 01, found it at level 01");
            }
            if (tree.level != trees.get(0).level && (tree.level == 1 || trees.get(0).level == 1)) {
                faults.add(tree.at, "expected every item under a level 01, or none; found level " + tree.at);
            }
        }
        if (trees.size() > 1 && trees.get(0).level > 1) {
            Entry root = new Entry(trees.get(0).at, 1);
            root.name = fileName.replaceFirst("^.*[/\\\\]", "")
                    .replaceFirst("\\.[^.]*$", "")
                    .toUpperCase(Locale.ROOT);
            root.items.addAll(trees);
            return List.of(item(root, 0, Inherited.NOTHING));
        }
        List<DataItem> roots = new ArrayList<>();
        for (Entry tree : trees) {
            // several 01s are alternatives already: their REDEFINES only says so
            roots.add(item(tree, 0, Inherited.NOTHING));
        }
        return roots;
    }

    private DataItem item(Entry entry, int offset, Inherited inherited) {
        DataItem item = entry.items.isEmpty() ? elementary(entry, offset, inherited) : group(entry, offset, inherited);
        conditions.check(entry, item);
        return item;
    }

    private DataItem elementary(Entry entry, int offset, Inherited inherited) {
        return rules.item(entry, declaration(entry), Extent.of(offset), inherited.usage(), inherited.sign());
    }

    private DataItem group(Entry entry, int offset, Inherited inherited) {
        if (entry.pictureAt != null) {
            faults.add(
                    entry.pictureAt,
                    "expected no PICTURE on " + entry.name + ", as other items stand under it; found PIC "
                            + entry.pictureAt);
        }
        Inherited within = inherited.with(entry);
        List<DataItem> items = new ArrayList<>();
        Map<String, DataItem> redefinable = new HashMap<>();
        long end = offset;
        for (Entry each : entry.items) {
            int start = (int) end;
            if (each.redefines == null) {
                redefinable.clear();
            } else {
                start = redefined(each, redefinable, start);
            }
            DataItem item = item(each, start, within);
            redefinable.put(item.name(), item);
            items.add(item);
            end = Math.max(end, start + (long) item.length() * item.occurrences());
            if (end > LARGEST) {
                faults.add(
                        each.at,
                        "expected items of at most " + LARGEST + " bytes, found " + end + " up to " + each.name);
                end = offset;
            }
        }
        return new Group(declaration(entry), Extent.of(offset), Extent.of((int) (end - offset)), items);
    }

    /** REDEFINES names the item right before it, or one that redefines the same bytes. */
    private int redefined(Entry entry, Map<String, DataItem> redefinable, int otherwise) {
        DataItem redefined = redefinable.get(entry.redefines.text());
        if (redefined == null) {
            faults.add(
                    entry.redefines,
                    "expected the name of the item right before " + entry.name + " on the same level, found "
                            + entry.redefines);
            return otherwise;
        }
        if (redefined.isTable()) {
            faults.add(entry.redefines, "expected an item without OCCURS, found " + entry.redefines);
        }
        return redefined.offset();
    }

    private static Declaration declaration(Entry entry) {
        List<ConditionName> names = new ArrayList<>();
        for (Entry condition : entry.conditions) {
            names.add(new ConditionName(condition.name, condition.values));
        }
        String redefines = entry.redefines == null ? null : entry.redefines.text();
        return new Declaration(entry.level, entry.name, entry.occurs, null, redefines, names, entry.at.line());
    }
}
