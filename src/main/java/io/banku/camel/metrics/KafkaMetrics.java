package io.banku.camel.metrics;

import io.banku.log.ClientFigure;
import io.banku.log.WatchedClients;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.DoubleSupplier;

/** Kafka's clients: whether they have their brokers, get their work done and keep their place. Shared by threads. */
public final class KafkaMetrics {
    private final Meters meters;

    KafkaMetrics(MeterRegistry registry) {
        this.meters = new Meters(registry);
    }

    /** Those of which the registry tells from now on. */
    public static WatchedClients watch(MeterRegistry registry) {
        return new WatchedClients(new KafkaMetrics(registry)::show);
    }

    void show(String client, ClientFigure figure, DoubleSupplier now) {
        String name = "banku.kafka." + figure.title();
        if (figure.isCounter()) {
            meters.counted(name, figure.help(), now, "client", client);
        } else {
            meters.gauge(name, figure.help(), now, "client", client);
        }
    }
}
