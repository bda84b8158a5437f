package io.banku.log;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.apache.kafka.common.metrics.KafkaMetric;

/**
 * One figure of all clients that are for the same. Shared by threads; no lock is held while Kafka is asked, which has locks of
 * its own, and tells of new figures under them.
 */
final class ClientSeries implements DoubleSupplier {
    private final ClientFigure figure;
    private final AtomicReference<State> state = new AtomicReference<>(new State(Set.of(), 0));

    private record State(Set<KafkaMetric> open, double closed) {}

    ClientSeries(ClientFigure figure) {
        this.figure = figure;
    }

    void begins(KafkaMetric metric) {
        state.updateAndGet(before -> {
            Set<KafkaMetric> open = new HashSet<>(before.open());
            open.add(metric);
            return new State(open, before.closed());
        });
    }

    /** What it counted stays counted. */
    void ends(KafkaMetric metric) {
        double last = figure.isCounter() ? value(metric) : 0;
        state.updateAndGet(before -> {
            Set<KafkaMetric> open = new HashSet<>(before.open());
            return open.remove(metric) ? new State(open, before.closed() + last) : before;
        });
    }

    @Override
    public double getAsDouble() {
        State now = state.get();
        DoubleStream values = now.open().stream().mapToDouble(this::value);
        return figure.sum() == ClientFigure.Sum.LARGEST ? values.max().orElse(0) : now.closed() + values.sum();
    }

    /** Kafka says NaN, or -1, where there was nothing to measure. */
    private double value(KafkaMetric metric) {
        double kafkas = ((Number) metric.metricValue()).doubleValue();
        return kafkas > 0 ? figure.inOurUnit(kafkas) : 0;
    }
}
