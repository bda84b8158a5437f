package io.banku.bench.pairs;

import java.util.List;
import java.util.Locale;

/**
 * What came out for one goal.
 *
 * @param samples the ratio, or figure, of each round
 * @param detail in words, with absolute figures of this run
 */
record Measured(Goal goal, List<Double> samples, String detail) {

    double median() {
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
        return goal.isMet(median(), goal.aim()) ? "aim" : goal.isMet(median(), goal.must()) ? "met" : "missed";
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f–%.2f | %s %s | %s | %s |",
                goal.what(),
                median(),
                least(),
                most(),
                goal.higher() ? "≥" : "≤",
                goal.must(),
                goal.aim(),
                verdict());
    }
}
