package io.banku.bench.pairs;

import io.banku.bench.pairs.Pairs.Pair;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The whole way of a file, to Redis: beside the plain pipe, and beside another build. */
final class Whole {
    private static final Map<String, String> AS_SHIPPED = Map.of();

    private final Lab lab;
    private final Sizes sizes;

    Whole(Lab lab, Sizes sizes) {
        this.lab = lab;
        this.sizes = sizes;
    }

    List<Measured> besideThePipe() throws IOException, InterruptedException {
        List<Movements> warmUp = List.of(sizes.warmUp(Sizes.FEW_ACCOUNTS));
        Movements timed = sizes.timed(Sizes.FEW_ACCOUNTS);
        List<Pair<Sample>> pairs = lab.pairs()
                .run(
                        sizes.moreRounds(),
                        !lab.quick(),
                        () -> lab.time("pipe", lab.reference(), warmUp, timed, (servers, contestant) -> {}),
                        () -> lab.time(
                                "product",
                                lab.bridge(lab.product(), AS_SHIPPED),
                                warmUp,
                                timed,
                                (servers, contestant) -> {}));
        return List.of(
                Measured.pairs(Goal.END_TO_END, pairs, Sample::recordsPerSecond, "k records/s", 1e-3),
                Measured.pairs(Goal.PROCESSOR, pairs, Sample::micros, "µs", 1));
    }

    List<Measured> warmBuilds() throws IOException, InterruptedException {
        List<Double> bytes = new ArrayList<>();
        List<Double> bytesOfOther = new ArrayList<>();
        List<Pair<Sample>> pairs =
                builds(List.of(sizes.warmUp(Sizes.FEW_ACCOUNTS)), sizes.timed(Sizes.FEW_ACCOUNTS), bytes, bytesOfOther);
        double each = Measured.median(bytes);
        double eachOfOther = Measured.median(bytesOfOther);
        return List.of(
                Measured.pairs(Goal.BUILD, pairs, Sample::micros, "µs", 1),
                new Measured(
                        Goal.REDIS_BYTES,
                        List.of(each / eachOfOther),
                        String.format(Locale.ROOT, "%.0f beside %.0f bytes", each, eachOfOther)));
    }

    List<Measured> coldBuilds() throws IOException, InterruptedException {
        List<Pair<Sample>> pairs = builds(List.of(), sizes.first(), new ArrayList<>(), new ArrayList<>());
        return List.of(Measured.pairs(Goal.BUILD_COLD, pairs, Sample::micros, "µs", 1));
    }

    /** @param bytes of Redis per account, of each run of the product, and of the other build */
    private List<Pair<Sample>> builds(
            List<Movements> warmUp, Movements timed, List<Double> bytes, List<Double> bytesOfOther)
            throws IOException, InterruptedException {
        Build other = lab.against().orElseThrow();
        return lab.pairs()
                .run(
                        sizes.rounds(),
                        !lab.quick(),
                        () -> lab.time(
                                "other",
                                lab.bridge(other, AS_SHIPPED),
                                warmUp,
                                timed,
                                (servers, contestant) -> bytesOfOther.add(View.bytes(servers) / Sizes.FEW_ACCOUNTS)),
                        () -> lab.time(
                                "product",
                                lab.bridge(lab.product(), AS_SHIPPED),
                                warmUp,
                                timed,
                                (servers, contestant) -> bytes.add(View.bytes(servers) / Sizes.FEW_ACCOUNTS)));
    }
}
