package io.banku.log;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.metrics.KafkaMetric;
import org.apache.kafka.common.metrics.MetricsReporter;

/** Told by one of Kafka's clients, which makes it by its name and closes it, of each figure that it has. Shared by threads. */
public final class ClientReporter implements MetricsReporter {
    static final String CLIENT = "banku.client";
    static final String WATCHED = "banku.client.watched";

    private final Set<KafkaMetric> open = ConcurrentHashMap.newKeySet();
    private String client;
    private WatchedClients watched;

    /** Who is watched, and in a group, is shown by that. */
    static Properties byGroup(Properties client) {
        client.replace(CLIENT, client.get("group.id"));
        return client;
    }

    @Override
    public void configure(Map<String, ?> settings) {
        client = (String) settings.get(CLIENT);
        watched = (WatchedClients) settings.get(WATCHED);
    }

    @Override
    public void init(List<KafkaMetric> metrics) {
        metrics.forEach(this::metricChange);
    }

    @Override
    public void metricChange(KafkaMetric metric) {
        ClientFigure.of(metric.metricName()).ifPresent(figure -> {
            open.add(metric);
            watched.begins(client, figure, metric);
        });
    }

    @Override
    public void metricRemoval(KafkaMetric metric) {
        if (open.remove(metric)) {
            ClientFigure.of(metric.metricName()).ifPresent(figure -> watched.ends(client, figure, metric));
        }
    }

    @Override
    public void close() {
        open.forEach(this::metricRemoval);
    }
}
