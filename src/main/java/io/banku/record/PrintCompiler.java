package io.banku.record;

import io.banku.copybook.DataItem;
import io.banku.copybook.Elementary;
import io.banku.copybook.Group;
import io.banku.copybook.Layout;
import io.banku.record.PrintedItem.Named;
import io.banku.record.PrintedItem.PrintedAlternative;
import io.banku.record.PrintedItem.PrintedChoice;
import io.banku.record.PrintedItem.PrintedField;
import io.banku.record.PrintedItem.PrintedGroup;
import io.banku.record.PrintedItem.PrintedTable;
import io.banku.record.PrintedItem.PrintedUnnamed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The items of a layout → properties of JSON objects, one reader for each occurrence of a field. */
final class PrintCompiler {
    private final ReaderCompiler readers;
    private final Fits.Numbers numbers;

    /** @param numbers of the descriptions of which somebody asks whether they fit */
    PrintCompiler(ReaderCompiler readers, Fits.Numbers numbers) {
        this.readers = readers;
        this.numbers = numbers;
    }

    /** The record as one object: of a single group its items, else the roots as alternatives. */
    PrintedGroup record(Layout layout) {
        List<DataItem> roots = layout.roots();
        if (roots.size() == 1 && roots.get(0) instanceof Group group) {
            return new PrintedGroup(group.name(), items(Occurrence.of(group), new HashSet<>()));
        }
        Set<String> keys = new HashSet<>();
        List<PrintedAlternative> items = new ArrayList<>();
        for (DataItem root : roots) {
            alternative(List.of(Occurrence.of(root)), keys).ifPresent(items::add);
        }
        return new PrintedGroup(
                layout.name(),
                roots.size() == 1
                        ? items.stream().map(PrintedAlternative::item).toList()
                        : List.of(new PrintedChoice(items, items.size() < roots.size())));
    }

    /** One of several descriptions of the same bytes, in no table; empty where nothing of it has a name. */
    Optional<PrintedItem> alternative(DataItem item) {
        return item(List.of(Occurrence.of(item)), new HashSet<>());
    }

    /**
     * @param occurrences of one item, one or more
     * @param keys those of the object that it goes to
     */
    private Optional<PrintedItem> item(List<Occurrence> occurrences, Set<String> keys) {
        DataItem item = occurrences.get(0).item();
        if (isLeftOut(item)) {
            return Optional.empty();
        }
        if (item instanceof Group group && group.isFiller() && !group.isTable()) {
            return Optional.of(new PrintedUnnamed(items(occurrences.get(0), keys)));
        }
        String key = unused(item.name(), keys);
        if (!item.isTable()) {
            return Optional.of(occurrence(occurrences.get(0), key));
        }
        return Optional.of(new PrintedTable(
                key, occurrences.stream().map(each -> occurrence(each, key)).toList()));
    }

    private Named occurrence(Occurrence occurrence, String key) {
        return readers.hasParts(occurrence.item())
                ? new PrintedGroup(key, items(occurrence, new HashSet<>()))
                : new PrintedField(key, readers.reader(occurrence));
    }

    private List<PrintedItem> items(Occurrence around, Set<String> keys) {
        List<DataItem> items = ((Group) around.item()).items();
        List<Occurrence> parts = around.parts();
        List<PrintedItem> printed = new ArrayList<>();
        for (int i = 0, from = 0; i < items.size(); ) {
            List<PrintedAlternative> same = new ArrayList<>();
            int first = i;
            do {
                int occurrences = items.get(i).occurrences();
                alternative(parts.subList(from, from + occurrences), keys).ifPresent(same::add);
                from += occurrences;
                i++;
            } while (i < items.size() && items.get(i).redefines() != null);
            if (i == first + 1) {
                same.forEach(each -> printed.add(each.item()));
            } else if (!same.isEmpty()) {
                printed.add(new PrintedChoice(same, same.size() < i - first));
            }
        }
        return printed;
    }

    /** A text among them keeps the place for the others: a record may be shorter than it. */
    private Optional<PrintedAlternative> alternative(List<Occurrence> occurrences, Set<String> keys) {
        Occurrence one = occurrences.get(0);
        return item(occurrences, keys)
                .map(each -> new PrintedAlternative(
                        each,
                        each instanceof PrintedField field && !field.reader().isNumeric()
                                ? new PrintedField(field.key(), readers.reader(one, endingEarly(one.item())))
                                : null,
                        numbers.of(one.item())));
    }

    private Dialect endingEarly(DataItem item) {
        return readers.dialectOf(item).with("short-text", "ends-early");
    }

    /** FILLER without a named item in it. */
    private static boolean isLeftOut(DataItem item) {
        return item.isFiller()
                && (item instanceof Elementary
                        || ((Group) item).items().stream().allMatch(PrintCompiler::isLeftOut));
    }

    /** COBOL lets two items of a group have one name, JSON does not: the second becomes {@code NAME (2)}. */
    private static String unused(String name, Set<String> keys) {
        String key = name;
        for (int i = 2; !keys.add(key); i++) {
            key = name + " (" + i + ")";
        }
        return key;
    }
}
