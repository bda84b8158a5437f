package io.banku.bench.pairs;

import io.banku.bench.pairs.Pairs.Pair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What many accounts, long files and little memory do to the product. */
final class Accounts {
    private final Lab lab;
    private final Sizes sizes;

    Accounts(Lab lab, Sizes sizes) {
        this.lab = lab;
        this.sizes = sizes;
    }

    List<Measured> many() throws IOException, InterruptedException {
        Movements few = sizes.filling(Sizes.FEW_ACCOUNTS);
        Movements many = sizes.filling(Sizes.MANY_ACCOUNTS);
        Movements timedFew = sizes.filled(Sizes.FEW_ACCOUNTS);
        Movements timedMany = sizes.filled(Sizes.MANY_ACCOUNTS);
        List<Double> megabytes = new ArrayList<>();
        List<Pair<Sample>> pairs = lab.pairs()
                .run(
                        sizes.rounds(),
                        false,
                        () -> run("100k", "-Xmx2g", List.of(few), timedFew, new ArrayList<>()),
                        () -> run("1M", "-Xmx2g", List.of(many), timedMany, megabytes));
        return List.of(
                Measured.pairs(Goal.MANY_ACCOUNTS, pairs, Sample::recordsPerSecond, "k records/s", 1e-3),
                memory(Goal.MEMORY_ACCOUNTS, megabytes));
    }

    List<Measured> fullCollections() throws IOException, InterruptedException {
        Path log = lab.directory().resolve("gc.log");
        Movements timed = sizes.large(Sizes.MANY_ACCOUNTS);
        Sample sample = run("product", "-Xmx2g -Xlog:gc:file=" + log, List.of(), timed, new ArrayList<>());
        long full;
        try (Stream<String> lines = Files.lines(log)) {
            full = lines.filter(line -> line.contains("Pause Full")).count();
        }
        return List.of(new Measured(
                Goal.FULL_COLLECTIONS,
                List.of((double) full),
                String.format(
                        Locale.ROOT,
                        "%d in a file of %,d records, %.1f k records/s",
                        full,
                        timed.records(),
                        sample.recordsPerSecond() / 1000)));
    }

    List<Measured> smallHeap() throws IOException, InterruptedException {
        Movements timed = sizes.large(Sizes.FEW_ACCOUNTS);
        List<Double> megabytes = new ArrayList<>();
        List<Pair<Sample>> pairs = lab.pairs()
                .run(
                        1,
                        false,
                        () -> run("1 GB", "-Xmx1g", List.of(), timed, megabytes),
                        () -> run("256 MB", "-Xmx256m", List.of(), timed, new ArrayList<>()));
        return List.of(
                Measured.pairs(Goal.SMALL_HEAP, pairs, Sample::recordsPerSecond, "k records/s", 1e-3),
                memory(Goal.MEMORY_FILE, megabytes));
    }

    /** @param megabytes of memory, to which those of this run are added */
    private Sample run(String who, String options, List<Movements> before, Movements timed, List<Double> megabytes)
            throws IOException, InterruptedException {
        Map<String, String> settings = Map.of("JAVA_OPTS", options);
        return lab.time(
                who,
                lab.bridge(lab.product(), settings),
                before,
                timed,
                (servers, contestant) -> megabytes.add((double) Memory.resident(((Bridge) contestant).pid())));
    }

    private static Measured memory(Goal goal, List<Double> megabytes) {
        return new Measured(goal, megabytes, String.format(Locale.ROOT, "%.0f", Measured.median(megabytes)));
    }
}
