package io.banku.copybook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The items of a record by name, as far as they are placed. */
final class PlacedItems {
    /** @param groups the names of those that it stands in, outermost first */
    record Placed(DataItem item, List<String> groups, boolean isInTable) {
        /** Whether the names after the first are those of groups that it stands in, innermost first. */
        boolean isMeantBy(List<Token> names) {
            int group = groups.size();
            for (Token qualifier : names.subList(1, names.size())) {
                do {
                    group--;
                } while (group >= 0 && !groups.get(group).equals(qualifier.text()));
                if (group < 0) {
                    return false;
                }
            }
            return true;
        }
    }

    private final Map<String, List<Placed>> byName = new HashMap<>();

    void add(DataItem item, List<Entry> groups) {
        boolean isInTable = item.isTable() || groups.stream().anyMatch(group -> group.occursAt != null);
        List<String> names = groups.stream().map(group -> group.name).toList();
        byName.computeIfAbsent(item.name(), name -> new ArrayList<>()).add(new Placed(item, names, isInTable));
    }

    /** What a name, and those of groups around it, may mean: none, one or several. */
    List<Placed> named(List<Token> names) {
        return byName.getOrDefault(names.get(0).text(), List.of()).stream()
                .filter(each -> each.isMeantBy(names))
                .toList();
    }
}
