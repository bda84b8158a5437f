package io.banku.bench.pairs;

import io.banku.bench.pairs.Pairs.Pair;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Others that bring a file into Kafka, beside the product's way there; {@code bench/peers} has them. */
final class Peers {
    private static final String TOPIC = "peer.events";

    private final Lab lab;
    private final Sizes sizes;

    Peers(Lab lab, Sizes sizes) {
        this.lab = lab;
        this.sizes = sizes;
    }

    /** It reads lines, so the same records are given to it as text. */
    List<Measured> connect() throws IOException, InterruptedException {
        return beside(
                Goal.CONNECT,
                "connect",
                List.of(text(sizes.warmUp(Sizes.FEW_ACCOUNTS))),
                text(sizes.timed(Sizes.FEW_ACCOUNTS)));
    }

    List<Measured> springBatch() throws IOException, InterruptedException {
        return beside(
                Goal.SPRING_BATCH,
                "spring-batch",
                List.of(sizes.warmUp(Sizes.FEW_ACCOUNTS)),
                sizes.timed(Sizes.FEW_ACCOUNTS));
    }

    /** A smaller file: it takes very much longer. */
    List<Measured> camel() throws IOException, InterruptedException {
        return beside(Goal.CAMEL_PER_RECORD, "camel", List.of(sizes.small(1)), sizes.small(2));
    }

    private List<Measured> beside(Goal goal, String peer, List<Movements> warmUp, Movements timed)
            throws IOException, InterruptedException {
        List<Movements> ours = List.of(sizes.warmUp(Sizes.FEW_ACCOUNTS));
        List<Pair<Sample>> pairs = lab.pairs()
                .run(
                        sizes.rounds(),
                        false,
                        () -> lab.published(
                                peer, (servers, place, files) -> start(peer, servers, place), warmUp, timed),
                        () -> lab.published(
                                "product",
                                lab.bridge(lab.product(), Map.of(), Bridge.Work.PUBLISH),
                                ours,
                                sizes.timed(Sizes.FEW_ACCOUNTS)));
        return List.of(Measured.pairs(goal, pairs, Sample::recordsPerSecond, "k records/s", 1e-3));
    }

    private Contestant start(String peer, Servers servers, Path directory) throws IOException, InterruptedException {
        Path log = directory.resolve("peer.log");
        Child process = Child.start(program(peer, servers.bootstrapServers(), TOPIC), Map.of(), directory, log);
        try {
            Waiting.until(
                    peer + " to be ready",
                    process,
                    () -> Files.readAllLines(log, StandardCharsets.UTF_8).contains("ready"));
        } catch (IOException | InterruptedException failed) {
            process.close();
            throw failed;
        }
        return new Pipe.Part(peer, process, true);
    }

    private Movements text(Movements file) throws IOException, InterruptedException {
        Path text = file.path().resolveSibling(file.path().getFileName() + ".txt");
        if (Files.notExists(text)) {
            try (Child writer = Child.quiet(
                    program("text", file.path().toString(), text.toString()),
                    Map.of(),
                    lab.directory(),
                    lab.directory().resolve("write.log"))) {
                writer.await();
            }
        }
        return new Movements(text, file.records(), file.sums());
    }

    private List<String> program(String... arguments) {
        List<String> java = List.of(
                lab.product().java(),
                "-Xmx1g",
                "-XX:+UseParallelGC",
                "-jar",
                lab.peers().toString());
        return Stream.concat(java.stream(), Arrays.stream(arguments)).toList();
    }
}
