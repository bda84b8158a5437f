package io.banku.bench.pairs;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/** The figures of one run, with the machine that they are of. */
record Report(boolean quick, LocalDate date, String machine, List<Measured> measured) {
    private static final String BEGIN = "<!-- figures: written by bench/run --page -->";
    private static final String END = "<!-- end of figures -->";

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
        System.out.println(table());
    }

    private String table() {
        return "| measure | median | least–most | must | aim | |\n|---|---|---|---|---|---|\n"
                + measured.stream().map(Measured::row).collect(Collectors.joining("\n"))
                + "\n\n"
                + measured.stream()
                        .map(one -> "- " + one.goal().what() + ": " + one.detail())
                        .collect(Collectors.joining("\n"));
    }

    /** {@code {"date", "machine", "quick", "measures": [{"name", "what", "ratio", "least", "most", …}]}}. */
    void json(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode root = json.createObjectNode()
                .put("date", date.toString())
                .put("machine", machine)
                .put("quick", quick);
        ArrayNode measures = root.putArray("measures");
        for (Measured one : measured) {
            Goal goal = one.goal();
            ObjectNode node = measures.addObject()
                    .put("name", goal.id())
                    .put("what", goal.what())
                    .put("ratio", one.median())
                    .put("least", one.least())
                    .put("most", one.most())
                    .put("must", goal.must())
                    .put("aim", goal.aim())
                    .put("better", goal.higher() ? "higher" : "lower")
                    .put("detail", one.detail());
            one.samples().forEach(node.putArray("samples")::add);
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        json.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
    }

    /** Puts the figures between their marks on the page; what is around them stays. */
    void page(Path page) throws IOException {
        String before = Files.readString(page, StandardCharsets.UTF_8);
        int begin = before.indexOf(BEGIN);
        int end = before.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException("expected the marks of the figures in " + page + ", found none");
        }
        String figures = "\n\n" + date + ", " + machine + (quick ? ", a quick run" : "") + ".\n\n" + table() + "\n\n";
        Files.writeString(
                page,
                before.substring(0, begin + BEGIN.length()) + figures + before.substring(end),
                StandardCharsets.UTF_8);
    }
}
