package io.banku.feed.expression;

import io.banku.copybook.DataItem;
import io.banku.copybook.Elementary;
import io.banku.copybook.Group;
import io.banku.copybook.Layout;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The items whose values are not to be shown: those that were named, what is in them, and what would show their bytes under
 * another name: the groups around them, their redefinitions and renamings. Of groups that redefine the same bytes each keeps
 * its own, also where an item without parts holds the place for all of them: they are mostly records of several types.
 * Nothing changes once the feed is loaded; then threads may share it.
 */
final class PrivateItems {
    private final Layout layout;

    /** All their bytes are private. */
    private final Set<DataItem> hidden = new HashSet<>();

    /** Some of their bytes are, or may be; the rest of a group may be shown. */
    private final Set<DataItem> around = new HashSet<>();

    private final Map<DataItem, Integer> ends = new IdentityHashMap<>();

    PrivateItems(Layout layout) {
        this.layout = layout;
        if (layout != null) {
            layout.roots().forEach(root -> end(root, 0));
        }
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

    /** Whether all bytes of it are private, by its own name and not by what else may lie there. */
    boolean isPrivateItself(DataItem item) {
        return hidden.contains(item);
    }

    /** Whether it has bytes that are private by any description of them: for records of which it is not known which one is theirs. */
    boolean mayShow(DataItem item) {
        return contains(item)
                || !hidden.isEmpty()
                        && layout.roots().stream()
                                .flatMap(PrivateItems::leaves)
                                .anyMatch(leaf -> hidden.contains(leaf) && overlaps(item, leaf));
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
                    .forEach(other -> spreadBetween(
                            other,
                            siblings.stream()
                                    .filter(each -> other.name().equals(each.redefines()))
                                    .toList()));
        }
    }

    /** What an item without parts hides, all others of its bytes hide; what a group hides in it, only those without parts. */
    private void spreadBetween(DataItem redefined, List<DataItem> redefinitions) {
        List<DataItem> all =
                Stream.concat(Stream.of(redefined), redefinitions.stream()).toList();
        for (DataItem from : all) {
            List<DataItem> secret = leaves(from).filter(hidden::contains).toList();
            all.stream()
                    .filter(to -> to != from && (from instanceof Elementary || to instanceof Elementary))
                    .flatMap(PrivateItems::leaves)
                    .filter(leaf -> secret.stream().anyMatch(each -> overlaps(leaf, each)))
                    .forEach(leaf -> (from instanceof Elementary && covers(from, leaf) ? hidden : around).add(leaf));
        }
    }

    /** A renaming does not say in which record its bytes lie. */
    private void spreadByBytes(DataItem renaming) {
        List<DataItem> same = layout.roots().stream()
                .flatMap(PrivateItems::leaves)
                .filter(item -> overlaps(item, renaming))
                .toList();
        if (hidden.contains(renaming)) {
            hidden.addAll(same);
        } else if (same.stream().anyMatch(this::contains)) {
            around.add(renaming);
        }
    }

    /** In some record: what lies behind tables of any length lies nearer in another one, and occurrences lie one behind the other. */
    boolean overlaps(DataItem one, DataItem other) {
        return from(one) < to(other) && from(other) < to(one);
    }

    private boolean covers(DataItem one, DataItem other) {
        return from(one) <= from(other) && to(other) <= to(one);
    }

    private static int from(DataItem item) {
        return item.start().fixed();
    }

    private int to(DataItem item) {
        return ends.getOrDefault(item, item.offset() + item.totalLength());
    }

    /** Behind the last occurrence of the outermost table that it stands in. */
    private void end(DataItem item, int ofTable) {
        int end = ofTable > 0 ? ofTable : item.offset() + item.totalLength();
        ends.put(item, end);
        if (item instanceof Group group) {
            int within = ofTable > 0 || group.isTable() ? end : 0;
            group.items().forEach(each -> end(each, within));
        }
    }

    private static Stream<DataItem> leaves(DataItem item) {
        return within(item).filter(Elementary.class::isInstance);
    }

    private static Stream<DataItem> within(DataItem item) {
        return item instanceof Group group
                ? Stream.concat(Stream.of(item), group.items().stream().flatMap(PrivateItems::within))
                : Stream.of(item);
    }
}
