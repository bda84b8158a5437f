package io.banku.record;

import io.banku.record.PrintedItem.PrintedAlternative;
import io.banku.record.PrintedItem.PrintedChoice;
import io.banku.record.PrintedItem.PrintedField;
import io.banku.record.PrintedItem.PrintedGroup;
import io.banku.record.PrintedItem.PrintedTable;
import io.banku.record.PrintedItem.PrintedUnnamed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A field of a record as a column of a table. Immutable.
 *
 * @param name {@code TX-AMOUNT} or {@code LINE-AMOUNT(2)}, with its groups where the record has several of that name
 * @param path where it is in the object that {@link RecordPrinter} writes, as a JSON pointer
 */
public record FlatColumn(String name, String path, FieldReader field) {

    /** All of them, in the order of the record. */
    static List<FlatColumn> of(PrintedGroup record) {
        List<FlatColumn> columns = new ArrayList<>();
        record.items().forEach(each -> add(each, "", columns));
        Map<String, Long> named =
                columns.stream().collect(Collectors.groupingBy(FlatColumn::name, Collectors.counting()));
        return columns.stream()
                .map(each -> named.get(each.name()) == 1 ? each : each.qualified())
                .toList();
    }

    /** {@code CREDIT.AMOUNT(2)}: where several groups have a field of one name. */
    private FlatColumn qualified() {
        String groups = Arrays.stream(path.split("/"))
                .filter(part -> !part.isEmpty() && !part.matches("[0-9]+"))
                .collect(Collectors.joining("."));
        int numbers = name.indexOf('(');
        return new FlatColumn(groups + (numbers < 0 ? "" : name.substring(numbers)), path, field);
    }

    private static void add(PrintedItem item, String path, List<FlatColumn> columns) {
        if (item instanceof PrintedTable table) {
            for (int i = 0; i < table.occurrences().size(); i++) {
                leaf(table.occurrences().get(i), path + "/" + table.key() + "/" + i, columns);
            }
        } else if (item instanceof PrintedChoice choice) {
            for (PrintedAlternative each : choice.alternatives()) {
                add(each.item(), path, columns);
            }
        } else if (item instanceof PrintedUnnamed unnamed) {
            unnamed.items().forEach(each -> add(each, path, columns));
        } else if (item instanceof PrintedGroup group) {
            leaf(group, path + "/" + group.key(), columns);
        } else if (item instanceof PrintedField field) {
            leaf(field, path + "/" + field.key(), columns);
        }
    }

    private static void leaf(PrintedItem item, String path, List<FlatColumn> columns) {
        if (item instanceof PrintedGroup group) {
            group.items().forEach(each -> add(each, path, columns));
        } else if (item instanceof PrintedField field) {
            columns.add(new FlatColumn(name(field, path), path, field.reader()));
        }
    }

    /** With the numbers of all tables that it stands in: {@code AMOUNT(2,1)}. */
    private static String name(PrintedField field, String path) {
        List<String> numbers = new ArrayList<>();
        for (String part : path.split("/")) {
            if (part.matches("[0-9]+")) {
                numbers.add(String.valueOf(Integer.parseInt(part) + 1));
            }
        }
        return field.key() + (numbers.isEmpty() ? "" : "(" + String.join(",", numbers) + ")");
    }
}
