package io.banku.bench.pairs;

import io.banku.bench.pairs.Pairs.Outcome;
import io.banku.bench.pairs.Pairs.Pair;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What came out for one goal.
 *
 * @param samples the ratio, or figure, of each round
 * @param detail in words, with absolute figures of this run
 */
record Measured(Goal goal, List<Double> samples, String detail) {

    /** The second of each pair by the first. @param scale of the figures in words */
    static Measured pairs(
            Goal goal, List<Pair<Sample>> pairs, ToDoubleFunction<Sample> figure, String unit, double scale) {
        return pairs(goal, pairs, sample -> sample, figure, unit, scale);
    }

    /** @param part that is compared */
    static <T extends Outcome> Measured pairs(
            Goal goal,
            List<Pair<T>> pairs,
            Function<T, Sample> part,
            ToDoubleFunction<Sample> figure,
            String unit,
            double scale) {
        List<Double> ones = pairs.stream()
                .map(pair -> figure.applyAsDouble(part.apply(pair.one())))
                .toList();
        List<Double> others = pairs.stream()
                .map(pair -> figure.applyAsDouble(part.apply(pair.other())))
                .toList();
        return ratios(goal, ones, others, unit + Pairs.disturbance(pairs), scale);
    }

    /** Each of the others by its one. */
    static Measured ratios(Goal goal, List<Double> ones, List<Double> others, String unit, double scale) {
        List<Double> ratios = IntStream.range(0, ones.size())
                .mapToObj(i -> others.get(i) / ones.get(i))
                .toList();
        return new Measured(goal, ratios, told(others, scale) + " beside " + told(ones, scale) + " " + unit);
    }

    private static String told(List<Double> figures, double scale) {
        String least = String.format(Locale.ROOT, "%.1f", Collections.min(figures) * scale);
        String most = String.format(Locale.ROOT, "%.1f", Collections.max(figures) * scale);
        return least.equals(most) ? least : least + "–" + most;
    }

    double median() {
        return median(samples);
    }

    static double median(List<Double> samples) {
        List<Double> sorted = samples.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    double least() {
        return samples.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    double most() {
        return samples.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    String verdict() {
        if (!goal.isWanted()) {
            return "";
        }
        return goal.isMet(median(), goal.aim()) ? "aim" : goal.isMet(median(), goal.must()) ? "met" : "missed";
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f–%.2f | %s | %s |",
                goal.what(),
                median(),
                least(),
                most(),
                goal.wanted(),
                verdict());
    }
}
