package io.banku.bench.pairs;

import io.banku.bench.pairs.Pairs.Pair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The measures, each of which gives the figures of one goal or two. */
final class Suite {
    private static final int FEW_ACCOUNTS = 100_000;
    private static final int MANY_ACCOUNTS = 1_000_000;
    private static final int MILLION = 1_000_000;
    private static final Map<String, String> AS_SHIPPED = Map.of();

    private final Lab lab;
    private final int records;
    private final int rounds;

    Suite(Lab lab) {
        this.lab = lab;
        this.records = lab.quick() ? MILLION : 3 * MILLION;
        this.rounds = lab.quick() ? 2 : 4;
    }

    List<Measured> run(Set<Goal> goals) throws IOException, InterruptedException {
        List<Measured> measured = new ArrayList<>();
        if (goals.contains(Goal.END_TO_END) || goals.contains(Goal.PROCESSOR)) {
            measured.addAll(besideThePipe());
        }
        if (lab.against().isPresent()) {
            Build other = lab.against().get();
            if (goals.contains(Goal.BUILD)) {
                measured.add(builds(Goal.BUILD, other, List.of(file("warm-up", MILLION / 2, FEW_ACCOUNTS, 1))));
            }
            if (goals.contains(Goal.BUILD_COLD)) {
                measured.add(builds(Goal.BUILD_COLD, other, List.of()));
            }
            if (goals.contains(Goal.REDIS_BYTES)) {
                measured.add(redisBytes(other));
            }
        }
        if (goals.contains(Goal.MANY_ACCOUNTS)) {
            measured.add(manyAccounts());
        }
        if (goals.contains(Goal.FULL_COLLECTIONS)) {
            measured.add(fullCollections());
        }
        if (goals.contains(Goal.SMALL_HEAP)) {
            measured.add(smallHeap());
        }
        return measured;
    }

    private List<Measured> besideThePipe() throws IOException, InterruptedException {
        heading("the product beside the plain pipe");
        List<Movements> warmUp = List.of(file("warm-up", MILLION / 2, FEW_ACCOUNTS, 1));
        Movements timed = file("movements", records, FEW_ACCOUNTS, 2);
        List<Pair> pairs = Pairs.run(
                rounds,
                !lab.quick(),
                () -> timed("pipe", lab.reference(), warmUp, timed),
                () -> timed("product", lab.bridge(lab.product(), AS_SHIPPED), warmUp, timed));
        return List.of(
                measured(Goal.END_TO_END, pairs, Sample::recordsPerSecond, "k records/s", 1e-3),
                measured(Goal.PROCESSOR, pairs, Sample::micros, "µs", 1));
    }

    private Measured builds(Goal goal, Build other, List<Movements> warmUp) throws IOException, InterruptedException {
        heading(goal.what());
        Movements timed = file("movements", warmUp.isEmpty() ? MILLION : records, FEW_ACCOUNTS, 2);
        List<Pair> pairs = Pairs.run(
                rounds,
                !lab.quick(),
                () -> timed("other", lab.bridge(other, AS_SHIPPED), warmUp, timed),
                () -> timed("product", lab.bridge(lab.product(), AS_SHIPPED), warmUp, timed));
        return measured(goal, pairs, Sample::micros, "µs", 1);
    }

    private Measured manyAccounts() throws IOException, InterruptedException {
        heading(Goal.MANY_ACCOUNTS.what());
        Map<String, String> large = Map.of("JAVA_OPTS", "-Xmx2g");
        List<Movements> few = List.of(file("few", 2 * MILLION, FEW_ACCOUNTS, 3));
        List<Movements> many = List.of(file("many", 2 * MILLION, MANY_ACCOUNTS, 3));
        Movements timedFew = file("timed-few", 2 * MILLION, FEW_ACCOUNTS, 4);
        Movements timedMany = file("timed-many", 2 * MILLION, MANY_ACCOUNTS, 4);
        List<Pair> pairs = Pairs.run(
                rounds,
                false,
                () -> timed("100k", lab.bridge(lab.product(), large), few, timedFew),
                () -> timed("1M", lab.bridge(lab.product(), large), many, timedMany));
        return measured(Goal.MANY_ACCOUNTS, pairs, Sample::recordsPerSecond, "k records/s", 1e-3);
    }

    private Measured fullCollections() throws IOException, InterruptedException {
        heading(Goal.FULL_COLLECTIONS.what());
        Path log = lab.directory().resolve("gc.log");
        Movements timed = file("long", lab.quick() ? 2 * MILLION : 10 * MILLION, MANY_ACCOUNTS, 5);
        Map<String, String> logged = Map.of("JAVA_OPTS", "-Xmx2g -Xlog:gc:file=" + log);
        Sample sample = timed("product", lab.bridge(lab.product(), logged), List.of(), timed);
        long full;
        try (Stream<String> lines = Files.lines(log)) {
            full = lines.filter(line -> line.contains("Pause Full")).count();
        }
        return new Measured(
                Goal.FULL_COLLECTIONS,
                List.of((double) full),
                String.format(
                        Locale.ROOT,
                        "%d in a file of %,d records, %.1f k records/s",
                        full,
                        timed.records(),
                        sample.recordsPerSecond() / 1000));
    }

    private Measured smallHeap() throws IOException, InterruptedException {
        heading(Goal.SMALL_HEAP.what());
        Movements timed = file("long", lab.quick() ? 2 * MILLION : 10 * MILLION, FEW_ACCOUNTS, 6);
        List<Pair> pairs = Pairs.run(
                1,
                false,
                () -> timed("1 GB", lab.bridge(lab.product(), Map.of("JAVA_OPTS", "-Xmx1g")), List.of(), timed),
                () -> timed("256 MB", lab.bridge(lab.product(), Map.of("JAVA_OPTS", "-Xmx256m")), List.of(), timed));
        return measured(Goal.SMALL_HEAP, pairs, Sample::recordsPerSecond, "k records/s", 1e-3);
    }

    private Measured redisBytes(Build other) throws IOException, InterruptedException {
        heading(Goal.REDIS_BYTES.what());
        Movements timed = file("few", MILLION, FEW_ACCOUNTS, 3);
        double[] bytes = new double[2];
        lab.time("other", lab.bridge(other, AS_SHIPPED), List.of(), timed, servers -> bytes[0] = View.bytes(servers));
        lab.time(
                "product",
                lab.bridge(lab.product(), AS_SHIPPED),
                List.of(),
                timed,
                servers -> bytes[1] = View.bytes(servers));
        return new Measured(
                Goal.REDIS_BYTES,
                List.of(bytes[1] / bytes[0]),
                String.format(Locale.ROOT, "%.0f and %.0f bytes", bytes[1] / FEW_ACCOUNTS, bytes[0] / FEW_ACCOUNTS));
    }

    private Sample timed(String who, Lab.Start start, List<Movements> warmUp, Movements timed)
            throws IOException, InterruptedException {
        return lab.time(who, start, warmUp, timed, servers -> {});
    }

    private Movements file(String name, int size, int accounts, long seed) throws IOException, InterruptedException {
        return lab.file(name + "-" + size + "-" + accounts, size, accounts, seed);
    }

    /** The second of each pair by the first. */
    private static Measured measured(
            Goal goal, List<Pair> pairs, ToDoubleFunction<Sample> figure, String unit, double scale) {
        List<Double> ratios = pairs.stream()
                .map(pair -> figure.applyAsDouble(pair.other()) / figure.applyAsDouble(pair.one()))
                .toList();
        return new Measured(
                goal,
                ratios,
                told(pairs.stream().map(Pair::other).toList(), figure, scale) + " beside "
                        + told(pairs.stream().map(Pair::one).toList(), figure, scale) + " " + unit);
    }

    private static String told(List<Sample> samples, ToDoubleFunction<Sample> figure, double scale) {
        double least = samples.stream().mapToDouble(figure).min().orElseThrow() * scale;
        double most = samples.stream().mapToDouble(figure).max().orElseThrow() * scale;
        return String.format(Locale.ROOT, "%.1f–%.1f", least, most);
    }

    private static void heading(String what) {
        System.out.println(what);
    }
}
