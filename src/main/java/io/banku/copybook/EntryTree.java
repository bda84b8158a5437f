package io.banku.copybook;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A list of entries → trees by level number: an entry belongs to the last one before it with a lower level. */
final class EntryTree {
    private final Faults faults;
    private final List<Entry> trees = new ArrayList<>();

    /** From the entry before up to its record. */
    private final Deque<Entry> above = new ArrayDeque<>();

    /** The level-66 entry before, or null. */
    private Entry renaming;

    private EntryTree(Faults faults) {
        this.faults = faults;
    }

    /** The entries that stand highest, each with what stands under it. */
    static List<Entry> of(List<Entry> entries, Faults faults) {
        EntryTree tree = new EntryTree(faults);
        for (Entry entry : entries) {
            switch (entry.level) {
                case EntryParser.CONDITION -> tree.addCondition(entry);
                case EntryParser.RENAMES -> tree.addRenaming(entry);
                default -> tree.addItem(entry);
            }
        }
        return tree.trees;
    }

    private void addCondition(Entry condition) {
        Entry item = renaming != null ? renaming : above.peek();
        if (item == null) {
            faults.add(condition.at, "expected an item before the condition " + condition.name + ", found none");
        } else {
            item.conditions.add(condition);
        }
    }

    private void addRenaming(Entry entry) {
        if (above.isEmpty()) {
            faults.add(entry.at, "expected level 66 after the items that " + entry.name + " renames, found none");
        } else {
            above.getLast().renames.add(entry);
            renaming = entry;
        }
    }

    private void addItem(Entry entry) {
        if (renaming != null && !entry.isRecord()) {
            faults.add(
                    entry.at,
                    "expected level 66 after the last item of the record, found " + entry.name + " after "
                            + renaming.name);
        }
        renaming = null;
        while (!above.isEmpty() && (entry.isRecord() || above.peek().level >= entry.level)) {
            above.pop();
        }
        if (above.isEmpty()) {
            trees.add(entry);
        } else if (above.peek().level == EntryParser.STANDALONE) {
            faults.add(
                    entry.at, "expected no item under level 77, found " + entry.name + " under " + above.peek().name);
        } else {
            above.peek().items.add(entry);
        }
        above.push(entry);
    }
}
