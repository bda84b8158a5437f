package io.banku.copybook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The entries of one record → items with offset and length, from the first byte to the last. */
final class Placement {
    /** The largest item of Enterprise COBOL. */
    private static final long LARGEST = 134_217_727;

    private static final int MOST_TABLES = 1_000;

    private final Entry record;
    private final List<Depending> tables;
    private final Faults faults;
    private final ElementaryRules elementary;
    private final DependingRules dependings;
    private final ConditionRules conditions;
    private final PlacedItems placed = new PlacedItems();

    /** The groups around the entry that is being placed, outermost first. */
    private final List<Entry> groups = new ArrayList<>();

    /** @param tables to which those of the record are added */
    Placement(Entry record, List<Depending> tables, Faults faults) {
        this.record = record;
        this.tables = tables;
        this.faults = faults;
        this.elementary = new ElementaryRules(faults);
        this.dependings = new DependingRules(faults);
        this.conditions = new ConditionRules(faults);
    }

    DataItem place() {
        return item(record, Extent.of(0));
    }

    /** The level-66 items of the record, once it is placed. */
    List<DataItem> renames() {
        RenamingRules rules = new RenamingRules(faults);
        List<DataItem> items = new ArrayList<>();
        for (Entry entry : record.renames) {
            DataItem item = rules.item(entry, declaration(entry, null), placed);
            if (item != null) {
                conditions.check(entry, item);
                items.add(item);
            }
        }
        return items;
    }

    private DataItem item(Entry entry, Extent start) {
        Declaration declaration = declaration(entry, depending(entry));
        DataItem item =
                entry.items.isEmpty() ? elementary.item(entry, declaration, start) : group(entry, declaration, start);
        placed.add(item, groups);
        conditions.check(entry, item);
        return item;
    }

    private Depending depending(Entry entry) {
        if (entry.dependingOn == null) {
            return null;
        }
        Elementary count = dependings.count(entry, placed, record);
        if (count == null) {
            return null;
        }
        if (tables.size() == MOST_TABLES) {
            faults.add(entry.occursAt, "expected at most " + MOST_TABLES + " OCCURS DEPENDING ON, found one more");
            return null;
        }
        Depending depending = new Depending(tables.size(), entry.least, entry.occurs, count);
        tables.add(depending);
        return depending;
    }

    private Group group(Entry entry, Declaration declaration, Extent start) {
        checkGroup(entry);
        groups.add(entry);
        List<DataItem> items = new ArrayList<>();
        Map<String, Redefinable> redefinable = new HashMap<>();
        Extent size = Extent.of(0);
        for (Entry each : entry.items) {
            Extent from;
            if (each.redefines == null) {
                redefinable.clear();
                size = size.plus(Extent.of(slack(each, start.plus(size))));
                from = size;
            } else {
                from = redefined(each, redefinable, start, size);
            }
            DataItem item = item(each, start.plus(from));
            items.add(item);
            Extent end = from.plus(bounded(each, item));
            if (each.redefines != null) {
                checkRedefinition(each, item, end, size);
            }
            size = each.redefines == null || end.largest() > size.largest() ? end : size;
            redefinable.put(item.name(), new Redefinable(item, from));
        }
        groups.remove(groups.size() - 1);
        if (entry.occursAt != null) {
            size = size.plus(Extent.of(Alignment.slack(size.largest(), Alignment.largest(entry))));
        }
        return new Group(declaration, start, size, items);
    }

    /** @param from where it begins in its group */
    private record Redefinable(DataItem item, Extent from) {}

    private void checkGroup(Entry group) {
        if (group.pictureAt != null) {
            faults.add(
                    group.pictureAt,
                    "expected no PICTURE on " + group.name + ", as other items stand under it; found PIC "
                            + group.pictureAt);
        }
        if (group.synchronizedAt != null && group.level > 1) {
            faults.add(group.synchronizedAt, "expected SYNC on level 01 or an elementary item, found " + group.name);
        }
        Token ofItems = group.justified != null ? group.justified : group.blankWhenZero;
        if (ofItems != null) {
            faults.add(ofItems, "expected " + ofItems + " on an elementary item, found " + group.name);
        }
    }

    private static int slack(Entry entry, Extent start) {
        return Alignment.slack(start.largest(), Alignment.leading(entry));
    }

    /** The bytes of all its occurrences; none, and told, when they are more than any item may have. */
    private Extent bounded(Entry entry, DataItem item) {
        long end = item.offset() + (long) item.length() * item.occurrences();
        if (end > LARGEST) {
            faults.add(
                    entry.at, "expected items of at most " + LARGEST + " bytes, found " + end + " up to " + entry.name);
            return Extent.of(0);
        }
        return item.totalSize();
    }

    /** REDEFINES names the item right before it, or one that redefines the same bytes. */
    private Extent redefined(Entry entry, Map<String, Redefinable> redefinable, Extent start, Extent otherwise) {
        Redefinable redefined = redefinable.get(entry.redefines.text());
        if (redefined == null) {
            faults.add(
                    entry.redefines,
                    "expected the name of the item right before " + entry.name + " on the same level, found "
                            + entry.redefines);
            return otherwise;
        }
        if (redefined.item().isTable()) {
            faults.add(entry.redefines, "expected an item without OCCURS, found " + entry.redefines);
        } else if (!redefined.item().size().isFixed()) {
            faults.add(entry.redefines, "expected an item without OCCURS DEPENDING ON, found " + entry.redefines);
        }
        int slack = slack(entry, start.plus(redefined.from()));
        if (slack > 0) {
            faults.add(
                    entry.redefines,
                    "expected an item that begins on a boundary of " + Alignment.leading(entry)
                            + " bytes for the SYNC of " + entry.name + ", found " + entry.redefines + " at byte "
                            + redefined.item().offset());
        }
        return redefined.from();
    }

    /** Where the length of the longest description varies, nobody can say where the next item begins. */
    private void checkRedefinition(Entry entry, DataItem item, Extent end, Extent before) {
        if (!item.totalSize().isFixed() && end.largest() > before.largest()) {
            faults.add(
                    entry.redefines,
                    "expected " + entry.name + ", as it has OCCURS DEPENDING ON, to be no longer than "
                            + entry.redefines + ", found " + (end.largest() - before.largest()) + " bytes more");
        }
    }

    private static Declaration declaration(Entry entry, Depending depending) {
        List<ConditionName> names = new ArrayList<>();
        for (Entry condition : entry.conditions) {
            names.add(new ConditionName(condition.name, condition.values));
        }
        String redefines = entry.redefines == null ? null : entry.redefines.text();
        return new Declaration(
                entry.level,
                entry.name,
                entry.occurs,
                depending,
                redefines,
                names,
                entry.at.at().file(),
                entry.at.line());
    }
}
