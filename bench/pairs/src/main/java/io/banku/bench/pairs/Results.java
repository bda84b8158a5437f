package io.banku.bench.pairs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** The figures as JSON: {@code {"date", "machine", "quick", "measures": [{"name", "what", "ratio", "least", "most", …}]}}. */
final class Results {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Results() {}

    static void write(Report report, Path file) throws IOException {
        ObjectNode root = JSON.createObjectNode()
                .put("date", report.date().toString())
                .put("machine", report.machine())
                .put("quick", report.quick());
        ArrayNode measures = root.putArray("measures");
        for (Measured one : report.measured()) {
            Goal goal = one.goal();
            ObjectNode node = measures.addObject()
                    .put("name", goal.id())
                    .put("what", goal.what())
                    .put("ratio", one.median())
                    .put("least", one.least())
                    .put("most", one.most())
                    .put("better", goal.higher() ? "higher" : "lower")
                    .put("detail", one.detail());
            if (goal.isWanted()) {
                node.put("must", goal.must()).put("aim", goal.aim());
            }
            one.samples().forEach(node.putArray("samples")::add);
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
    }

    /** What an earlier run has left, without the goals that were measured anew; nothing where there was none. */
    static List<Measured> read(Path file, List<Measured> anew) throws IOException {
        List<Measured> all = new ArrayList<>();
        if (Files.exists(file)) {
            for (JsonNode node : JSON.readTree(file.toFile()).path("measures")) {
                Goal goal = Goal.named(node.path("name").asText());
                if (anew.stream().noneMatch(one -> one.goal() == goal)) {
                    List<Double> samples = StreamSupport.stream(
                                    node.path("samples").spliterator(), false)
                            .map(JsonNode::asDouble)
                            .toList();
                    all.add(new Measured(goal, samples, node.path("detail").asText()));
                }
            }
        }
        return all;
    }
}
