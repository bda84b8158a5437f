package io.banku.log;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;
import org.apache.kafka.common.metrics.KafkaMetric;

/**
 * Kafka's clients that this process has for long, by what they are for. Those that are for the same are shown as one, however
 * many feeds and partitions there are, and when one is closed and another opened. Shared by threads.
 */
public final class WatchedClients {
    private final Show show;
    private final Map<Key, ClientSeries> series = new ConcurrentHashMap<>();

    private record Key(String client, ClientFigure figure) {}

    /** Told once of each figure. */
    public interface Show {
        /**
         * @param client what the clients are for
         * @param now lives as long as the {@link WatchedClients}
         */
        void appears(String client, ClientFigure figure, DoubleSupplier now);
    }

    public WatchedClients(Show show) {
        this.show = show;
    }

    /** For a process in which nobody looks. */
    static WatchedClients unseen() {
        return new WatchedClients((client, figure, now) -> {});
    }

    void begins(String client, ClientFigure figure, KafkaMetric metric) {
        series.computeIfAbsent(new Key(client, figure), key -> {
                    ClientSeries fresh = new ClientSeries(figure);
                    show.appears(client, figure, fresh);
                    return fresh;
                })
                .begins(metric);
    }

    void ends(String client, ClientFigure figure, KafkaMetric metric) {
        series.get(new Key(client, figure)).ends(metric);
    }
}
