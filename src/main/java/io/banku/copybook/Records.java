package io.banku.copybook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Trees of entries → a layout of records, each placed from its first byte. */
final class Records {
    private final String fileName;
    private final Faults faults;

    Records(String fileName, Faults faults) {
        this.fileName = fileName;
        this.faults = faults;
    }

    Layout layout(List<Entry> trees, List<String> files, Set<String> unusedTags) {
        check(trees);
        List<DataItem> roots = new ArrayList<>();
        List<DataItem> renames = new ArrayList<>();
        List<Depending> tables = new ArrayList<>();
        for (Entry record : records(trees)) {
            // several 01s are alternatives already: their REDEFINES only says so
            Placement placement = new Placement(record, tables, faults);
            roots.add(placement.place());
            renames.addAll(placement.renames());
        }
        return new Layout(fileName, roots, renames, tables, files, unusedTags, faults.notes());
    }

    private void check(List<Entry> trees) {
        Map<String, Entry> records = new HashMap<>();
        for (Entry tree : trees) {
            if (tree.isRecord() && tree.occursAt != null) {
                String level = tree.level == 1 ? "01" : "77";
                faults.add(tree.occursAt, "expected OCCURS below level " + level + ", found it at level " + level);
            }
            if (tree.redefines != null && !records.containsKey(tree.redefines.text())) {
                faults.add(
                        tree.redefines,
                        "expected the name of a record before " + tree.name + ", found " + tree.redefines);
            }
            Entry first = tree.name.equals(Declaration.FILLER) ? null : records.putIfAbsent(tree.name, tree);
            if (tree.isRecord() && first != null) {
                faults.add(
                        tree.at,
                        "expected one record of a name, found a second " + tree.name + " (first on line "
                                + first.at.line() + ")");
            }
        }
        checkLevels(trees.stream()
                .filter(tree -> tree.level != EntryParser.STANDALONE)
                .toList());
    }

    private void checkLevels(List<Entry> trees) {
        for (Entry tree : trees) {
            if ((tree.level == 1) != (trees.get(0).level == 1)) {
                faults.add(tree.at, "expected every item under a level 01, or none; found level " + tree.at);
            }
        }
    }

    /** Items without a record above them are one. */
    private List<Entry> records(List<Entry> trees) {
        List<Entry> loose = trees.stream().filter(tree -> !tree.isRecord()).toList();
        if (loose.size() < 2) {
            return trees;
        }
        Entry root = new Entry(loose.get(0).at, 1);
        root.name = fileName.replaceFirst("^.*[/\\\\]", "")
                .replaceFirst("\\.[^.]*$", "")
                .toUpperCase(Locale.ROOT);
        root.items.addAll(loose);
        loose.forEach(tree -> {
            root.renames.addAll(tree.renames);
            tree.renames.clear();
        });
        List<Entry> records = new ArrayList<>(List.of(root));
        trees.stream().filter(Entry::isRecord).forEach(records::add);
        return records;
    }
}
