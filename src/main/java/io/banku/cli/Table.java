package io.banku.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Rows under a head, without borders: numbers stand to the right, and the last column may be as long as it likes. */
final class Table {
    private static final String NUMBER = "-?[0-9][0-9,]*(\\.[0-9]+)?";
    private static final String GAP = "  ";

    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();

    Table(String... head) {
        this.head = List.of(head);
    }

    Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    void print(PrintWriter out) {
        List<List<String>> all = new ArrayList<>(rows);
        all.add(0, head);
        for (List<String> row : all) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < head.size(); column++) {
                line.append(column == 0 ? "" : GAP).append(cell(row.get(column), column));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private String cell(String text, int column) {
        int width = Collections.max(List.of(
                head.get(column).length(),
                rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0)));
        boolean isNumeric = !rows.isEmpty()
                && rows.stream().map(row -> row.get(column)).allMatch(cell -> cell.isEmpty() || cell.matches(NUMBER));
        if (isNumeric) {
            return " ".repeat(width - text.length()) + text;
        }
        return column == head.size() - 1 ? text : text + " ".repeat(width - text.length());
    }
}
