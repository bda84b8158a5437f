package io.banku.bench.pairs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Has {@code bench/latency} send commands; that holds the bridge to its answers, and fails where a balance is not theirs. */
final class Teller {
    private static final long LONGEST_SECONDS = 300;

    private final Lab lab;
    private final Bridge bridge;
    private final Path place;
    private int rounds;

    Teller(Lab lab, Bridge bridge, Path place) {
        this.lab = lab;
        this.bridge = bridge;
        this.place = place;
    }

    Round send(Servers servers, int rate, int warmUp, int seconds, String... more)
            throws IOException, InterruptedException {
        Path figures = place.resolve("round-" + ++rounds + ".json");
        List<String> command = new ArrayList<>(List.of(
                lab.product().java(),
                "-jar",
                lab.latency().toString(),
                "--api",
                bridge.api(),
                "--management",
                bridge.management(),
                "--inbox",
                bridge.inbox().toString(),
                "--rate",
                Integer.toString(rate),
                "--warm-up",
                Integer.toString(warmUp),
                "--seconds",
                Integer.toString(seconds),
                "--json",
                figures.toString()));
        command.addAll(List.of(more));
        Processors processors = bridge.processors(servers.processors());
        double before = processors.spent().getOrDefault("foreign", 0.0);
        long began = System.nanoTime();
        try (Child generator = Child.quiet(command, Map.of(), place, place.resolve("commands.log"))) {
            generator.await(LONGEST_SECONDS);
        }
        JsonNode told = new ObjectMapper().readTree(Files.readString(figures));
        double foreign = processors.spent().getOrDefault("foreign", 0.0)
                - before
                - told.path("processorSeconds").asDouble();
        double all = (System.nanoTime() - began) / 1e9 * Runtime.getRuntime().availableProcessors();
        return new Round(
                told.path("p50").asDouble(),
                told.path("p99").asDouble(),
                told.path("decidedPerSecond").asDouble(),
                told.path("fileSeconds").asDouble(),
                foreign / all);
    }
}
