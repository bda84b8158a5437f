package io.banku.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** One line of night.csv: a file that is dropped, and what must become of it. */
public record NightRow(
        int order,
        Path file,
        String as,
        String outcome,
        OptionalLong read,
        OptionalLong published,
        OptionalLong rejected,
        OptionalLong skipped,
        OptionalLong events,
        String why) {

    public static List<NightRow> all() throws IOException {
        List<String> lines = Files.readAllLines(Samples.FOLDER.resolve("night.csv"));
        return lines.stream().skip(1).map(NightRow::of).toList();
    }

    public boolean isSealed() {
        return outcome.equals("sealed");
    }

    public Path expectedEvents() {
        return file.resolveSibling(file.getFileName() + ".expected.jsonl");
    }

    @Override
    public String toString() {
        return order + " " + as + " is " + outcome;
    }

    private static NightRow of(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != 10) {
            throw new IllegalArgumentException("expected 10 cells, found " + cells.length + ": " + line);
        }
        return new NightRow(
                Integer.parseInt(cells[0]),
                Samples.FOLDER.resolve(cells[1]),
                cells[2],
                cells[3],
                count(cells[4]),
                count(cells[5]),
                count(cells[6]),
                count(cells[7]),
                count(cells[8]),
                cells[9]);
    }

    private static OptionalLong count(String cell) {
        return cell.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(cell));
    }
}
