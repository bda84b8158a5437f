package io.banku.copybook;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A list of entries → trees by level number: an entry belongs to the last one before it with a lower level. */
final class EntryTree {
    private EntryTree() {}

    /** The entries that stand highest, each with what stands under it. */
    static List<Entry> of(List<Entry> entries, Faults faults) {
        List<Entry> trees = new ArrayList<>();
        Deque<Entry> above = new ArrayDeque<>();
        for (Entry entry : entries) {
            if (entry.level == EntryParser.CONDITION) {
                if (above.isEmpty()) {
                    faults.add(entry.at, "expected an item before the condition " + entry.name + ", found none");
                } else {
                    above.peek().conditions.add(entry);
                }
                continue;
            }
            while (!above.isEmpty() && above.peek().level >= entry.level) {
                above.pop();
            }
            if (above.isEmpty()) {
                trees.add(entry);
            } else {
                above.peek().items.add(entry);
            }
            above.push(entry);
        }
        return trees;
    }
}
