package io.banku.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.banku.record.Shown;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Items of an answer of the API as {@link Csv}: a column for each property under its name there, {@code counts.read} where one is
 * within another; a list of words is one cell; lists of objects are left out.
 */
final class CsvOfItems {
    /** Also of money, which is text in JSON: no formula, and to be added up. */
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private final Set<String> columns = new LinkedHashSet<>();
    private final List<Map<String, String>> rows = new ArrayList<>();

    CsvOfItems(JsonNode items) {
        for (JsonNode item : items) {
            Map<String, String> row = new LinkedHashMap<>();
            flatten("", item, row);
            columns.addAll(row.keySet());
            rows.add(row);
        }
    }

    private static void flatten(String name, JsonNode value, Map<String, String> row) {
        if (value.isObject()) {
            String before = name.isEmpty() ? "" : name + ".";
            value.properties().forEach(property -> flatten(before + property.getKey(), property.getValue(), row));
        } else if (value.isArray()) {
            List<String> words = new ArrayList<>();
            value.forEach(each -> words.add(each.isValueNode() ? each.asText() : ""));
            if (!words.contains("")) {
                row.put(name, cell(String.join(" ", words)));
            }
        } else {
            row.put(name, value.isNull() ? "" : cell(value.asText()));
        }
    }

    private static String cell(String text) {
        return NUMBER.matcher(text).matches() ? text : Csv.cell(Shown.of(text));
    }

    /** Nothing where there is no item: then nobody knows its columns. */
    void print(PrintWriter out) {
        if (rows.isEmpty()) {
            return;
        }
        out.print(Csv.line(columns.stream().map(Csv::cell).toList()));
        rows.forEach(row -> out.print(Csv.line(
                columns.stream().map(column -> row.getOrDefault(column, "")).toList())));
        out.flush();
    }
}
