package io.banku.bench.pairs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Two that take turns: A B, B A, A B … The first pair only warms up the machine. */
final class Pairs {
    private static final double MOST_FOREIGN = 0.05;
    /** A pair that others disturbed is repeated so often; then it is told and counts. */
    private static final int MOST_REPEATED = 2;

    private Pairs() {}

    /** One run of one of them. */
    interface Turn {
        Sample run() throws IOException, InterruptedException;
    }

    /** Both of one round. */
    record Pair(Sample one, Sample other) {
        boolean isDisturbed() {
            return Math.max(one.foreign(), other.foreign()) > MOST_FOREIGN;
        }
    }

    static List<Pair> run(int rounds, boolean thrownAway, Turn one, Turn other)
            throws IOException, InterruptedException {
        List<Pair> pairs = new ArrayList<>();
        if (thrownAway) {
            pair(true, one, other);
        }
        for (int round = 0; round < rounds; round++) {
            Pair pair = pair(round % 2 == 0, one, other);
            for (int repeated = 0; pair.isDisturbed() && repeated < MOST_REPEATED; repeated++) {
                System.out.println("  others had more than 5 % of the processors: once more");
                pair = pair(round % 2 == 0, one, other);
            }
            pairs.add(pair);
        }
        return pairs;
    }

    private static Pair pair(boolean inOrder, Turn one, Turn other) throws IOException, InterruptedException {
        if (inOrder) {
            Sample first = one.run();
            return new Pair(first, other.run());
        }
        Sample first = other.run();
        return new Pair(one.run(), first);
    }
}
