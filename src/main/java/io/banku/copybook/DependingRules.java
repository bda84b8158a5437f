package io.banku.copybook;

import io.banku.copybook.PlacedItems.Placed;
import java.util.List;
import java.util.stream.Collectors;

/** The name after DEPENDING ON → the item that holds the count, which a record must tell before the table begins. */
final class DependingRules {
    private final Faults faults;

    DependingRules(Faults faults) {
        this.faults = faults;
    }

    /** Null, and told, when it is none that can be read first. */
    Elementary count(Entry table, PlacedItems before, Entry record) {
        Token name = table.dependingOn.get(0);
        List<Placed> meant = before.named(table.dependingOn);
        if (meant.size() != 1) {
            String found = !meant.isEmpty()
                    ? "of which there are " + meant.size()
                    : before.named(List.of(name)).isEmpty() && isUnder(record, name.text())
                            ? "which stands in or after it"
                            : "which is not in this record";
            faults.add(
                    name,
                    "expected the name of one item before " + table.name + " in the same record, found "
                            + written(table.dependingOn) + ", " + found);
            return null;
        }
        if (meant.get(0).isInTable()) {
            faults.add(name, "expected a count outside of tables, found " + name + ", which occurs itself");
            return null;
        }
        if (!(meant.get(0).item() instanceof Elementary count) || !isInteger(count)) {
            faults.add(name, "expected an integer as the count of " + table.name + ", found " + name);
            return null;
        }
        return count;
    }

    private static boolean isInteger(Elementary item) {
        return item.picture().isNumeric()
                && item.picture().scale() == 0
                && item.picture().size() <= 18;
    }

    private static boolean isUnder(Entry entry, String name) {
        return entry.items.stream().anyMatch(item -> item.name.equals(name) || isUnder(item, name));
    }

    static String written(List<Token> names) {
        return names.stream().map(Token::text).collect(Collectors.joining(" OF "));
    }
}
