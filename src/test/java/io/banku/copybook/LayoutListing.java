package io.banku.copybook;

import java.util.ArrayList;
import java.util.List;

/** A layout as lines {@code NAME offset+length PIC}, for comparison in tests. */
final class LayoutListing {
    private LayoutListing() {}

    static List<String> of(String copybook) {
        return of(copybook, CompileOptions.DEFAULT);
    }

    static List<String> of(String copybook, CompileOptions options) {
        List<String> lines = new ArrayList<>();
        Layout layout = Copybook.parse("TEST.cpy", copybook, options);
        layout.roots().forEach(root -> add(root, lines));
        layout.renames().forEach(item -> add(item, lines));
        return lines;
    }

    private static void add(DataItem item, List<String> lines) {
        String line = item.name() + " " + item.offset() + "+" + item.length();
        if (item.isTable()) {
            line += " x" + item.occurrences();
        }
        if (item instanceof Elementary field) {
            line += " " + field.description();
        }
        lines.add(line);
        if (item instanceof Group group) {
            group.items().forEach(each -> add(each, lines));
        }
    }
}
