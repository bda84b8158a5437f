package io.banku.record;

import io.banku.copybook.DataItem;
import io.banku.copybook.Extent;
import io.banku.copybook.Group;
import io.banku.record.Dialect.Tables;
import io.banku.record.Reach.Counted;
import io.banku.record.Reach.Fitting;
import io.banku.record.Reach.Fitting.Alternative;
import io.banku.record.Reach.Fixed;
import io.banku.record.Reach.Furthest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The items of a layout → how far a record reaches. Of several descriptions of the same bytes (roots, or REDEFINES) those
 * count that are named; where none is, those that fit the bytes.
 */
final class ReachCompiler {
    private final ReaderCompiler readers;
    private final PrintCompiler printed;
    private final Fits.Numbers numbers;
    private final Set<DataItem> named;
    private final Tables tables;

    /**
     * @param named items that the records in question have; compared by identity
     * @param numbers of the descriptions that are tried; grows
     */
    ReachCompiler(ReaderCompiler readers, Set<DataItem> named, Tables tables, Fits.Numbers numbers) {
        this.readers = readers;
        this.printed = new PrintCompiler(readers, new Fits.Numbers());
        this.numbers = numbers;
        this.named = named;
        this.tables = tables;
    }

    Reach record(List<DataItem> roots) {
        return roots.size() == 1 ? item(roots.get(0)) : alternatives(roots);
    }

    /** The roots that it is about: the named ones, or all. */
    List<DataItem> roots(List<DataItem> roots) {
        List<DataItem> meant = roots.stream().filter(this::isNamed).toList();
        return meant.isEmpty() ? roots : meant;
    }

    private Reach item(DataItem item) {
        if (item instanceof Group group && !group.isTable() && hasAlternatives(group)) {
            return group(group.items());
        }
        Extent end = item.start().plus(item.totalSize());
        if (end.isFixed() || tables != Tables.COMPACT) {
            return new Fixed(end.largest());
        }
        int[] least = new int[readers.tables()];
        end.tables().stream().forEach(table -> least[table.index()] = table.least());
        return new Counted(readers.counted(item.name(), end), end.at(least), end.largest());
    }

    private Reach group(List<DataItem> items) {
        List<Reach> all = new ArrayList<>();
        for (int i = 0; i < items.size(); ) {
            int from = i++;
            while (i < items.size() && items.get(i).redefines() != null) {
                i++;
            }
            all.add(i == from + 1 ? item(items.get(from)) : alternatives(items.subList(from, i)));
        }
        return Furthest.of(all);
    }

    private Reach alternatives(List<DataItem> items) {
        List<DataItem> meant = items.stream().filter(this::isNamedGroup).toList();
        if (!meant.isEmpty()) {
            return Furthest.of(meant.stream().map(this::item).toList());
        }
        List<Alternative> fitting = new ArrayList<>();
        for (DataItem item : described(items)) {
            alternative(item).ifPresent(fitting::add);
        }
        List<Reach> all = items.stream().map(this::item).toList();
        int most = all.stream().mapToInt(Reach::most).max().orElse(0);
        boolean isOneLength = all.stream().allMatch(each -> each instanceof Fixed && each.most() == most);
        return isOneLength || fitting.isEmpty() ? new Fixed(most) : new Fitting(fitting);
    }

    /** Empty where nothing of it has a name: then nothing tells that it fits. */
    private Optional<Alternative> alternative(DataItem item) {
        try {
            return printed.alternative(item).map(each -> new Alternative(item(item), each, numbers.add(item)));
        } catch (IllegalArgumentException unreadable) {
            // of another encoding, perhaps, and nobody asks for its values
            return Optional.of(new Alternative(item(item), null, numbers.add(item)));
        }
    }

    /** An item without parts beside groups only keeps their place: a text as long as the longest, which fits any bytes. */
    private static List<DataItem> described(List<DataItem> items) {
        List<DataItem> groups = items.stream().filter(Group.class::isInstance).toList();
        return groups.isEmpty() ? items : groups;
    }

    private static boolean hasAlternatives(Group group) {
        return group.items().stream()
                .anyMatch(item -> item.redefines() != null || item instanceof Group inner && hasAlternatives(inner));
    }

    private boolean isNamedGroup(DataItem item) {
        return item instanceof Group && isNamed(item);
    }

    private boolean isNamed(DataItem item) {
        return named.contains(item)
                || item instanceof Group group && group.items().stream().anyMatch(this::isNamed);
    }
}
