package io.banku.record;

import io.banku.copybook.DataItem;
import io.banku.copybook.Depending;
import io.banku.copybook.Extent;
import io.banku.copybook.Group;
import java.util.ArrayList;
import java.util.List;

/**
 * An item where one of its occurrences lies.
 *
 * @param name as messages call it: {@code AMOUNT(2)}
 * @param shift how far behind the first occurrence, that is by the occurrences of the tables around it
 * @param bounds which tables must have how many occurrences for this one to be there
 */
public record Occurrence(DataItem item, String name, Extent shift, List<Bound> bounds) {
    /** The table's occurrence of this number, from 1. */
    record Bound(Depending table, int number) {}

    public Occurrence {
        bounds = List.copyOf(bounds);
    }

    /** Of an item that stands in no table. */
    public static Occurrence of(DataItem item) {
        return new Occurrence(item, item.name(), Extent.of(0), List.of());
    }

    /** Of a group: what stands in it, as often as it occurs at most. */
    public List<Occurrence> parts() {
        List<Occurrence> parts = new ArrayList<>();
        if (item instanceof Group group) {
            for (DataItem part : group.items()) {
                for (int number = 1; number <= part.occurrences(); number++) {
                    parts.add(part(part, number));
                }
            }
        }
        return parts;
    }

    /** The occurrence of an item of this group, by its number from 1. */
    Occurrence part(DataItem part, int number) {
        List<Bound> more = new ArrayList<>(bounds);
        if (part.depending() != null) {
            more.add(new Bound(part.depending(), number));
        }
        String name = part.isTable() ? part.name() + "(" + number + ")" : part.name();
        return new Occurrence(part, name, shift.plus(part.size().times(number - 1)), more);
    }

    Occurrence named(String other) {
        return new Occurrence(item, other, shift, bounds);
    }

    Extent start() {
        return item.start().plus(shift);
    }
}
