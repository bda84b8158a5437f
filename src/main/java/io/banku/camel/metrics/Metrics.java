package io.banku.camel.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;

/**
 * What can be watched, by the names of Prometheus: each family says what it means, counters are there with 0 before
 * anything happens, and no account number is ever a label. Shared by threads.
 */
public final class Metrics {
    private final BatchMetrics batches;
    private final DecisionMetrics decisions;
    private final ViewMetrics view;
    private final HttpMetrics http;
    private final NightMetrics nights;

    public Metrics(MeterRegistry registry, Clock clock) {
        Meters meters = new Meters(registry);
        this.batches = new BatchMetrics(meters, clock);
        this.decisions = new DecisionMetrics(meters, clock);
        this.view = new ViewMetrics(meters, clock);
        this.http = new HttpMetrics(meters);
        this.nights = new NightMetrics(meters);
    }

    public BatchMetrics batches() {
        return batches;
    }

    public DecisionMetrics decisions() {
        return decisions;
    }

    public ViewMetrics view() {
        return view;
    }

    public NightMetrics nights() {
        return nights;
    }

    public HttpMetrics http() {
        return http;
    }
}
