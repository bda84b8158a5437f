package io.banku.bench.pairs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The figures of one run, with the machine that they are of.
 *
 * @param measured in the order of the goals
 */
record Report(boolean quick, LocalDate date, String machine, List<Measured> measured) {
    private static final String BEGIN = "<!-- figures: written by bench/run --page -->";
    private static final String END = "<!-- end of figures -->";

    Report {
        measured =
                measured.stream().sorted(Comparator.comparing(Measured::goal)).toList();
    }

    static Report of(boolean quick, List<Measured> measured) throws IOException {
        return new Report(quick, LocalDate.now(ZoneOffset.UTC), thisMachine(), measured);
    }

    private static String thisMachine() throws IOException {
        Path cpu = Path.of("/proc/cpuinfo");
        String model = Files.notExists(cpu)
                ? System.getProperty("os.arch")
                : Files.readAllLines(cpu).stream()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse("unknown");
        return Runtime.getRuntime().availableProcessors() + " × " + model + ", " + System.getProperty("os.name")
                + ", Java " + Runtime.version();
    }

    void print() {
        System.out.println();
        System.out.println(table(measured.stream().map(Measured::goal).toList()));
    }

    /** A line for each goal, also where it was not measured. */
    private String table(List<Goal> goals) {
        return "| measure | median | least–most | must | aim | |\n|---|---|---|---|---|---|\n"
                + goals.stream().map(this::row).collect(Collectors.joining("\n"))
                + "\n\n"
                + measured.stream()
                        .map(one -> "- " + one.goal().what() + ": " + one.detail())
                        .collect(Collectors.joining("\n"));
    }

    private String row(Goal goal) {
        return measured(goal)
                .map(Measured::row)
                .orElseGet(() -> "| " + goal.what() + " | not measured | | " + goal.wanted() + " | "
                        + (goal.needsAnother() ? "it takes another build" : "left out of this run") + " |");
    }

    private Optional<Measured> measured(Goal goal) {
        return measured.stream().filter(one -> one.goal() == goal).findAny();
    }

    /** Puts the figures between their marks on the page, what is around them stays, and pictures into a folder beside it. */
    void page(Path page) throws IOException {
        String before = Files.readString(page, StandardCharsets.UTF_8);
        int begin = before.indexOf(BEGIN);
        int end = before.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException("expected the marks of the figures in " + page + ", found none");
        }
        String name = page.getFileName().toString().replaceFirst("\\.md$", "");
        Path folder = Files.createDirectories(page.toAbsolutePath().resolveSibling(name));
        String pictures = picture(folder, "more-is-better", "More is better", true)
                + picture(folder, "less-is-better", "Less is better", false);
        String figures = "\n\n" + date + ", " + machine + (quick ? ", a quick run" : "") + ".\n\n" + pictures
                + table(Arrays.asList(Goal.values())) + "\n\n";
        Files.writeString(
                page,
                before.substring(0, begin + BEGIN.length()) + figures + before.substring(end),
                StandardCharsets.UTF_8);
    }

    /** Writes it; what the page says to show it, nothing where there is nothing to show. */
    private String picture(Path folder, String name, String title, boolean higher) throws IOException {
        List<Measured> shown = measured.stream()
                .filter(one -> one.goal().isWanted() && one.goal().higher() == higher)
                .toList();
        Path file = folder.resolve(name + ".svg");
        Files.deleteIfExists(file);
        if (shown.isEmpty()) {
            return "";
        }
        Files.writeString(file, new Chart(title, shown).svg(), StandardCharsets.UTF_8);
        return "![" + title + "](" + folder.getFileName() + "/" + file.getFileName() + ")\n\n";
    }
}
