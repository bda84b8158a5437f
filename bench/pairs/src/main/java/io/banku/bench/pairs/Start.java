package io.banku.bench.pairs;

import io.banku.bench.pairs.Pairs.Outcome;
import io.banku.bench.pairs.Pairs.Pair;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From the start of the process until the product is ready, beside a Camel Main that says hello; the servers are there. Both
 * start on classes that are laid ready.
 */
final class Start {
    private static final String ARCHIVE = ".jsa";
    private static final long LONGEST_WARM_UP_SECONDS = 300;
    private static final String OTHERS = "foreign";

    private final Lab lab;

    Start(Lab lab) {
        this.lab = lab;
    }

    private record Took(double seconds, double foreign) implements Outcome {}

    List<Measured> run() throws IOException, InterruptedException {
        Path place = Files.createTempDirectory(lab.directory(), "start");
        layClassesReady(place);
        try (Servers servers = Servers.start(lab.product(), place.resolve("servers"))) {
            Bridge.makeTopics(lab.product(), lab.feed(), servers, place);
            List<String> hello = hello(place);
            List<Pair<Took>> pairs = lab.pairs()
                    .run(lab.quick() ? 3 : 10, true, () -> hello(hello, servers, place), () -> product(servers, place));
            return List.of(Measured.ratios(
                    Goal.START,
                    pairs.stream().map(pair -> pair.one().seconds).toList(),
                    pairs.stream().map(pair -> pair.other().seconds).toList(),
                    "s" + Pairs.disturbance(pairs),
                    1));
        } finally {
            Lab.remove(place);
        }
    }

    /** As its users do where they install it. */
    private void layClassesReady(Path place) throws IOException, InterruptedException {
        try (Child warmUp = Child.quiet(
                List.of(lab.product().program(), "warm-up"), Map.of(), place, place.resolve("warm-up.log"))) {
            warmUp.await(LONGEST_WARM_UP_SECONDS);
        }
    }

    private Took product(Servers servers, Path place) throws IOException, InterruptedException {
        Double before = servers.processors().spent().get(OTHERS);
        long began = System.nanoTime();
        try (Bridge bridge = Bridge.launch(lab.product(), lab.feed(), servers, place, Map.of(), Bridge.Work.ALL)) {
            return took("product", began, before, servers, bridge.pid());
        }
    }

    private Took hello(List<String> command, Servers servers, Path place) throws IOException {
        Double before = servers.processors().spent().get(OTHERS);
        long began = System.nanoTime();
        try (Child hello = Child.start(command, Map.of(), place, place.resolve("hello.log"))) {
            hello.line();
            return took("hello", began, before, servers, hello.pid());
        }
    }

    private static Took took(String who, long began, Double before, Servers servers, long pid) throws IOException {
        double seconds = (System.nanoTime() - began) / 1e9;
        Double after = servers.processors().with(who, pid).spent().get(OTHERS);
        double others = after == null ? 0 : after - before;
        double foreign = others / (seconds * Runtime.getRuntime().availableProcessors());
        System.out.printf(
                "  %-9s ready after %.2f s, %d MB; others had %.1f %%%n",
                who, seconds, Memory.resident(pid), foreign * 100);
        return new Took(seconds, foreign);
    }

    /** With Camel's jars alone, the product's collector and heap, and shared classes of its own, as the product has them. */
    private List<String> hello(Path place) throws IOException, InterruptedException {
        String classPath;
        try (Stream<Path> jars = Files.list(lab.peers().resolveSibling("lib"))) {
            classPath = Stream.concat(
                            jars.filter(jar -> jar.getFileName().toString().matches("(camel|slf4j)-.*")),
                            Stream.of(lab.peers()))
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        }
        List<String> java =
                List.of(lab.product().java(), "-XX:+UseParallelGC", "-Xmx1g", "-XX:InitialRAMPercentage=100");
        List<String> program = List.of("-cp", classPath, "io.banku.bench.peers.HelloWorld");
        Path archive = place.resolve("hello" + ARCHIVE);
        try (Child first = Child.start(
                join(java, List.of("-XX:ArchiveClassesAtExit=" + archive), program),
                Map.of(),
                place,
                place.resolve("hello.log"))) {
            first.line();
        }
        return join(java, List.of("-XX:SharedArchiveFile=" + archive), program);
    }

    private static List<String> join(List<String> java, List<String> more, List<String> program) {
        List<String> all = new ArrayList<>(java);
        all.addAll(more);
        all.addAll(program);
        return all;
    }
}
