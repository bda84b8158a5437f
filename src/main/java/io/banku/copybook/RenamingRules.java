package io.banku.copybook;

import io.banku.copybook.PlacedItems.Placed;
import java.util.List;

/** Level-66 entries → items over the bytes of those that they rename. */
final class RenamingRules {
    private final Faults faults;

    RenamingRules(Faults faults) {
        this.faults = faults;
    }

    /** Null, and told, when it cannot rename what it names. */
    DataItem item(Entry entry, Declaration declaration, PlacedItems placed) {
        if (entry.faulty) {
            return null;
        }
        DataItem first = named(entry.renamed, placed);
        DataItem last = entry.renamedThrough == null ? first : named(entry.renamedThrough, placed);
        if (first == null || last == null) {
            return null;
        }
        if (entry.renamedThrough == null && first instanceof Elementary field) {
            return new Elementary(
                    declaration,
                    field.start(),
                    field.length(),
                    field.picture(),
                    field.usage(),
                    field.sign(),
                    field.blankWhenZero(),
                    field.justified());
        }
        int length = last.offset() + last.length() - first.offset();
        if (last.offset() < first.offset()
                || length < first.length()
                || first == last && entry.renamedThrough != null) {
            faults.add(
                    entry.renamedThrough.get(0),
                    "expected an item that begins and ends after " + first.name() + ", found " + last.name());
            return null;
        }
        if (!last.start().plus(last.size()).isSameDistanceAs(first.start())) {
            faults.add(entry.renamed.get(0), "expected items without OCCURS DEPENDING ON between them, found one");
            return null;
        }
        return new Group(declaration, first.start(), Extent.of(length), List.of());
    }

    private DataItem named(List<Token> names, PlacedItems placed) {
        List<Placed> meant = placed.named(names);
        Token name = names.get(0);
        if (meant.size() != 1) {
            String found = meant.isEmpty() ? "none" : meant.size() + " of them";
            faults.add(
                    name,
                    "expected one item of the record with the name " + DependingRules.written(names) + ", found "
                            + found);
            return null;
        }
        if (meant.get(0).isInTable()) {
            faults.add(name, "expected an item that does not occur several times, found " + name);
            return null;
        }
        return meant.get(0).item();
    }
}
