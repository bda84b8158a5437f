package io.banku.record;

import io.banku.copybook.ConditionName;
import io.banku.copybook.DataItem;
import io.banku.copybook.Group;
import io.banku.copybook.Layout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The names of a layout, and what a reference may mean by them. */
final class Names {
    /** A condition and its item. */
    record NamedCondition(ConditionName condition, NamedItem item) {
        /** Its first qualifier may be the item it stands under. */
        boolean isOf(List<String> qualifiers) {
            boolean ofItem = !qualifiers.isEmpty() && item.item().name().equals(qualifiers.get(0));
            return item.isIn(ofItem ? qualifiers.subList(1, qualifiers.size()) : qualifiers);
        }

        String qualified() {
            return item.qualified(condition.name() + " OF " + item.item().name());
        }
    }

    private final Map<String, List<NamedItem>> items = new LinkedHashMap<>();
    private final Map<String, List<NamedCondition>> conditions = new LinkedHashMap<>();

    Names(Layout layout) {
        layout.roots().forEach(root -> add(root, List.of()));
        layout.renames().forEach(renamed -> add(renamed, List.of()));
    }

    Occurrence item(Reference reference) {
        return occurrence(only(reference), reference);
    }

    /** What has to be subscripted where the item is named, outermost first. */
    List<DataItem> tables(Reference reference) {
        NamedItem item = only(reference);
        check(reference, item);
        return item.tables();
    }

    private NamedItem only(Reference reference) {
        List<NamedItem> named = items.getOrDefault(reference.name(), List.of());
        List<NamedItem> meant =
                named.stream().filter(each -> each.isIn(reference.qualifiers())).toList();
        if (meant.size() != 1) {
            Function<NamedItem, String> qualified = each -> each.qualified(reference.name());
            throw unclear("a field", reference, texts(meant, qualified), texts(named, qualified), items.keySet());
        }
        return meant.get(0);
    }

    /** Whether a reference can only mean a level 88. */
    boolean isCondition(Reference reference) {
        return conditions.containsKey(reference.name()) && !items.containsKey(reference.name());
    }

    /** A field's name with all its groups, and its subscripts: no other one is meant by it. */
    String unique(FieldReader field) {
        int subscripts = field.name().indexOf('(');
        NamedItem named = items.getOrDefault(field.item().name(), List.of()).stream()
                .filter(each -> each.item() == field.item())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected a named field, found " + field.name()));
        return named.qualified(field.item().name())
                + (subscripts < 0 ? "" : " " + field.name().substring(subscripts));
    }

    Occurrence occurrence(NamedItem item, Reference reference) {
        check(reference, item);
        return item.occurrence(reference.subscripts());
    }

    NamedCondition condition(Reference reference) {
        List<NamedCondition> named = conditions.getOrDefault(reference.name(), List.of());
        List<NamedCondition> meant =
                named.stream().filter(each -> each.isOf(reference.qualifiers())).toList();
        if (meant.size() != 1) {
            Function<NamedCondition, String> qualified = NamedCondition::qualified;
            throw unclear(
                    "a condition (level 88)",
                    reference,
                    texts(meant, qualified),
                    texts(named, qualified),
                    conditions.keySet());
        }
        return meant.get(0);
    }

    private static <T> List<String> texts(List<T> found, Function<T, String> text) {
        return found.stream().map(text).toList();
    }

    private void add(DataItem item, List<DataItem> groups) {
        NamedItem named = new NamedItem(item, groups);
        if (!item.isFiller()) {
            items.computeIfAbsent(item.name(), name -> new ArrayList<>()).add(named);
        }
        for (ConditionName condition : item.conditions()) {
            conditions
                    .computeIfAbsent(condition.name(), name -> new ArrayList<>())
                    .add(new NamedCondition(condition, named));
        }
        if (item instanceof Group group) {
            List<DataItem> within = new ArrayList<>(groups);
            within.add(group);
            group.items().forEach(each -> add(each, List.copyOf(within)));
        }
    }

    private static void check(Reference reference, NamedItem found) {
        List<DataItem> tables = found.tables();
        List<Integer> subscripts = reference.subscripts();
        boolean legal = subscripts.size() == tables.size();
        for (int i = 0; legal && i < tables.size(); i++) {
            legal = subscripts.get(i) >= 1 && subscripts.get(i) <= tables.get(i).occurrences();
        }
        if (!legal) {
            String expected = tables.isEmpty()
                    ? "no subscript"
                    : tables.stream()
                            .map(table -> "1 to " + table.occurrences())
                            .collect(Collectors.joining(", ", "subscripts (", ")"));
            throw new IllegalArgumentException("expected " + expected + " for " + reference.name() + ", found "
                    + (subscripts.isEmpty() ? "none" : NamedItem.subscripted("", subscripts)));
        }
    }

    /**
     * @param meant what the reference may mean: none, or several
     * @param named what has the name, with whatever qualifiers
     */
    private static IllegalArgumentException unclear(
            String expected, Reference reference, List<String> meant, List<String> named, Set<String> known) {
        String found = reference.name()
                + reference.qualifiers().stream().map(each -> " OF " + each).collect(Collectors.joining());
        if (!meant.isEmpty()) {
            return new IllegalArgumentException(
                    "expected " + expected + ", found " + found + ", which may be " + String.join(" or ", meant));
        }
        List<String> near = named.isEmpty() ? SimilarNames.to(reference.name(), known) : named;
        return new IllegalArgumentException("expected " + expected + " of the copybook, found " + found
                + (near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?"));
    }
}
