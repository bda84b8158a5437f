package io.banku.feed.expression;

import io.banku.copybook.DataItem;
import io.banku.copybook.Elementary;
import io.banku.copybook.Group;
import io.banku.copybook.Layout;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The items whose values are not to be shown: those that were named, what is in them, and what would show their bytes under
 * another name: the groups around them, their redefinitions and renamings. Of two groups that redefine each other each keeps
 * its own: they are mostly records of two types. Nothing changes once the feed is loaded; then threads may share it.
 */
final class PrivateItems {
    private final Layout layout;
    private final Set<DataItem> hidden = new HashSet<>();

    /** Groups that have something hidden in them; the rest of it may be shown. */
    private final Set<DataItem> around = new HashSet<>();

    PrivateItems(Layout layout) {
        this.layout = layout;
    }

    void hide(DataItem named) {
        within(named).forEach(hidden::add);
        int before;
        do {
            before = hidden.size() + around.size();
            spread(layout.roots());
            layout.renames().forEach(this::spreadByBytes);
        } while (hidden.size() + around.size() > before);
    }

    boolean contains(DataItem item) {
        return hidden.contains(item) || around.contains(item);
    }

    boolean isEmpty() {
        return hidden.isEmpty();
    }

    private void spread(List<DataItem> siblings) {
        for (DataItem item : siblings) {
            if (item instanceof Group group) {
                spread(group.items());
                if (group.items().stream().anyMatch(this::contains)) {
                    around.add(group);
                }
            }
        }
        for (DataItem item : siblings) {
            siblings.stream()
                    .filter(other -> other.name().equals(item.redefines()))
                    .filter(other -> item instanceof Elementary || other instanceof Elementary)
                    .filter(other -> contains(item) != contains(other))
                    .forEach(other ->
                            Stream.of(item, other).flatMap(PrivateItems::within).forEach(hidden::add));
        }
    }

    /** A renaming does not say in which record its bytes lie. */
    private void spreadByBytes(DataItem renaming) {
        List<DataItem> same = layout.roots().stream()
                .flatMap(PrivateItems::within)
                .filter(Elementary.class::isInstance)
                .filter(item -> item.offset() < renaming.offset() + renaming.length()
                        && renaming.offset() < item.offset() + item.totalLength())
                .toList();
        if (hidden.contains(renaming)) {
            hidden.addAll(same);
        } else if (same.stream().anyMatch(this::contains)) {
            around.add(renaming);
        }
    }

    private static Stream<DataItem> within(DataItem item) {
        return item instanceof Group group
                ? Stream.concat(Stream.of(item), group.items().stream().flatMap(PrivateItems::within))
                : Stream.of(item);
    }
}
