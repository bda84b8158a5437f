package io.banku.bench.pairs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Two that take turns: A B, B A, A B … The first pair only warms up the machine. */
final class Pairs {
    private static final double MOST_FOREIGN = 0.05;
    /** A pair that others disturbed is repeated so often; then it is told and counts. */
    private static final int MOST_REPEATED = 1;

    private Pairs() {}

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

    static <T extends Outcome> List<Pair<T>> run(int rounds, boolean thrownAway, Turn<T> one, Turn<T> other)
            throws IOException, InterruptedException {
        List<Pair<T>> pairs = new ArrayList<>();
        if (thrownAway) {
            pair(true, one, other);
        }
        for (int round = 0; round < rounds; round++) {
            Pair<T> pair = pair(round % 2 == 0, one, other);
            for (int repeated = 0; pair.isDisturbed() && repeated < MOST_REPEATED; repeated++) {
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
