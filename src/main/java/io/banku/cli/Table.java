package io.banku.cli;

import io.banku.record.Shown;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Rows under a head, without borders: numbers stand to the right, and the last column may be as long as it likes. */
final class Table {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9][0-9,]*(\\.[0-9]+)?");
    private static final String GAP = "  ";

    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();

    Table(String... head) {
        this.head = List.of(head);
    }

    Table row(String... cells) {
        rows.add(Arrays.stream(cells).map(Shown::of).toList());
        return this;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    void print(PrintWriter out) {
        List<Column> columns =
                IntStream.range(0, head.size()).mapToObj(this::column).toList();
        print(head, columns, out);
        rows.forEach(row -> print(row, columns, out));
    }

    private static void print(List<String> row, List<Column> columns, PrintWriter out) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            line.append(column == 0 ? "" : GAP).append(columns.get(column).cell(row.get(column)));
        }
        out.println(line.toString().stripTrailing());
    }

    /** Looked at once: a table may have many rows. */
    private Column column(int number) {
        int width = head.get(number).length();
        boolean isNumeric = !rows.isEmpty();
        for (List<String> row : rows) {
            String cell = row.get(number);
            width = Math.max(width, cell.length());
            isNumeric = isNumeric && (cell.isEmpty() || NUMBER.matcher(cell).matches());
        }
        return new Column(width, isNumeric, number == head.size() - 1);
    }

    private record Column(int width, boolean isNumeric, boolean isLast) {
        String cell(String text) {
            if (isNumeric) {
                return " ".repeat(width - text.length()) + text;
            }
            return isLast ? text : text + " ".repeat(width - text.length());
        }
    }
}
