package io.banku.bench.pairs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Two that take turns: A B, B A, A B … The first pair may only warm up the machine.
 *
 * @param mostRepeated how often a pair that others disturbed is run again; then it counts, and that is told
 */
record Pairs(int mostRepeated) {
    private static final double MOST_FOREIGN = 0.05;
    /** One run of one of them. */
    interface Turn<T extends Outcome> {
        T run() throws IOException, InterruptedException;
    }

    /** What a run gives. */
    interface Outcome {
        /** What others took of the machine meanwhile, as a share of all processors. */
        double foreign();
    }

    /** Both of one round. */
    record Pair<T extends Outcome>(T one, T other) {
        boolean isDisturbed() {
            return Math.max(one.foreign(), other.foreign()) > MOST_FOREIGN;
        }
    }

    /** What to say beside figures: nothing where nobody disturbed them. */
    static <T extends Outcome> String disturbance(List<Pair<T>> pairs) {
        double most = pairs.stream()
                .mapToDouble(pair -> Math.max(pair.one().foreign(), pair.other().foreign()))
                .max()
                .orElse(0);
        return most > MOST_FOREIGN
                ? String.format(Locale.ROOT, "; others had up to %.0f %% of the processors", most * 100)
                : "";
    }

    <T extends Outcome> List<Pair<T>> run(int rounds, boolean thrownAway, Turn<T> one, Turn<T> other)
            throws IOException, InterruptedException {
        List<Pair<T>> pairs = new ArrayList<>();
        if (thrownAway) {
            pair(true, one, other);
        }
        for (int round = 0; round < rounds; round++) {
            Pair<T> pair = pair(round % 2 == 0, one, other);
            for (int repeated = 0; pair.isDisturbed() && repeated < mostRepeated; repeated++) {
                System.out.println("  others had more than 5 % of the processors: once more");
                pair = pair(round % 2 == 0, one, other);
            }
            pairs.add(pair);
        }
        return pairs;
    }

    private static <T extends Outcome> Pair<T> pair(boolean inOrder, Turn<T> one, Turn<T> other)
            throws IOException, InterruptedException {
        if (inOrder) {
            T first = one.run();
            return new Pair<>(first, other.run());
        }
        T first = other.run();
        return new Pair<>(one.run(), first);
    }
}
