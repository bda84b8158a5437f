package io.banku.bench.pairs;

/** The same files, as far as Kafka and from there on. */
record Staged(Sample publish, Sample project) implements Pairs.Outcome {
    @Override
    public double foreign() {
        return Math.max(publish.foreign(), project.foreign());
    }
}
