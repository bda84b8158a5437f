package io.banku.record;

import io.banku.copybook.DataItem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** An item with the groups it stands in, outermost first. */
record NamedItem(DataItem item, List<DataItem> groups) {

    /** Whether the qualifiers name groups of it, innermost first; groups between may be left out. */
    boolean isIn(List<String> qualifiers) {
        int group = groups.size();
        for (String qualifier : qualifiers) {
            do {
                group--;
            } while (group >= 0 && !groups.get(group).name().equals(qualifier));
            if (group < 0) {
                return false;
            }
        }
        return true;
    }

    /** What has to be subscripted, outermost first. */
    List<DataItem> tables() {
        List<DataItem> tables = new ArrayList<>(groups);
        tables.add(item);
        tables.removeIf(each -> !each.isTable());
        return tables;
    }

    /** The occurrence with these subscripts, from 1, outermost first. */
    Occurrence occurrence(List<Integer> subscripts) {
        List<DataItem> path = new ArrayList<>(groups);
        path.add(item);
        Occurrence occurrence = Occurrence.of(path.get(0));
        int tables = 0;
        for (DataItem part : path.subList(1, path.size())) {
            occurrence = occurrence.part(part, part.isTable() ? subscripts.get(tables++) : 1);
        }
        return occurrence.named(subscripted(item.name(), subscripts));
    }

    /** {@code A OF B OF C}. */
    String qualified(String name) {
        StringBuilder qualified = new StringBuilder(name);
        for (int i = groups.size() - 1; i >= 0; i--) {
            if (!groups.get(i).isFiller()) {
                qualified.append(" OF ").append(groups.get(i).name());
            }
        }
        return qualified.toString();
    }

    static String subscripted(String name, List<Integer> subscripts) {
        return subscripts.isEmpty()
                ? name
                : name + subscripts.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
    }
}
