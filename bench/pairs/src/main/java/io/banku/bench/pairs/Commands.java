package io.banku.bench.pairs;

import io.banku.bench.pairs.Pairs.Outcome;
import io.banku.bench.pairs.Pairs.Pair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** How long commands take and how many are decided, and what they cost a file that comes beside them. */
final class Commands {
    private static final int IDLE_RATE = 500;
    private static final int BESIDE_RATE = 100;
    /** More than there is room for on a small machine. */
    private static final int TOO_MANY = 2_000;

    private static final Map<String, String> AS_SHIPPED = Map.of();

    private final Lab lab;
    private final Sizes sizes;

    Commands(Lab lab, Sizes sizes) {
        this.lab = lab;
        this.sizes = sizes;
    }

    /**
     * What one build gave.
     *
     * @param alone seconds of the file without commands
     * @param foreign the most of any round
     */
    private record Told(Round idle, Round beside, double alone, Round saturated, double foreign) implements Outcome {
        double besideByAlone() {
            return beside.fileSeconds() / alone;
        }
    }

    List<Measured> run() throws IOException, InterruptedException {
        Build other = lab.against().orElseThrow();
        List<Pair<Told>> pairs = lab.pairs()
                .run(lab.quick() ? 1 : 2, false, () -> told("other", other), () -> told("product", lab.product()));
        return List.of(
                builds(Goal.COMMANDS_P50, pairs, told -> told.idle.p50(), "ms"),
                builds(Goal.COMMANDS_P99, pairs, told -> told.idle.p99(), "ms"),
                builds(Goal.COMMANDS_BESIDE_P50, pairs, told -> told.beside.p50(), "ms"),
                builds(Goal.COMMANDS_BESIDE_P99, pairs, told -> told.beside.p99(), "ms"),
                Measured.ratios(
                        Goal.FILE_BESIDE,
                        pairs.stream().map(pair -> pair.other().alone).toList(),
                        pairs.stream()
                                .map(pair -> pair.other().beside.fileSeconds())
                                .toList(),
                        "s" + Pairs.disturbance(pairs),
                        1),
                builds(Goal.SATURATION, pairs, told -> told.saturated.decidedPerSecond(), "commands/s"));
    }

    private static Measured builds(Goal goal, List<Pair<Told>> pairs, ToDoubleFunction<Told> figure, String unit) {
        return Measured.ratios(
                goal,
                pairs.stream().map(pair -> figure.applyAsDouble(pair.one())).toList(),
                pairs.stream().map(pair -> figure.applyAsDouble(pair.other())).toList(),
                unit + Pairs.disturbance(pairs),
                1);
    }

    /** First alone, at a rate; then beside a file, after one like it that had no commands beside it; then more than it can do. */
    private Told told(String who, Build build) throws IOException, InterruptedException {
        Movements alone = sizes.first();
        Movements beside = sizes.beside();
        return lab.with(who, lab.bridge(build, AS_SHIPPED), (servers, contestant, place) -> {
            Bridge bridge = (Bridge) contestant;
            Teller teller = new Teller(lab, bridge, place);
            Round idle = teller.send(servers, IDLE_RATE, lab.quick() ? 20 : 40, lab.quick() ? 10 : 20);
            long began = System.nanoTime();
            bridge.take(alone);
            double seconds = (System.nanoTime() - began) / 1e9;
            Path file = Files.createLink(place.resolve("beside.dat"), beside.path());
            Round next = teller.send(servers, BESIDE_RATE, 2, lab.quick() ? 15 : 30, "--beside", file.toString());
            Round saturated = teller.send(servers, TOO_MANY, 0, lab.quick() ? 5 : 15);
            double foreign = Math.max(idle.foreign(), Math.max(next.foreign(), saturated.foreign()));
            Told told = new Told(idle, next, seconds, saturated, foreign);
            System.out.printf("  %s: %s%n", who, told);
            return told;
        });
    }
}
