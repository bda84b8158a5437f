package io.banku.log;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.metrics.JmxReporter;

/**
 * Where Kafka is and how to talk to it.
 *
 * @param compression of what is written, by Kafka's name for it
 * @param properties client properties that every client gets (security, for example); they win over ours, so whoever reads
 *     them from people lets none through that correctness rests on
 * @param watched told of the clients that there are for long
 */
public record LogConnection(
        String bootstrapServers, String compression, Map<String, String> properties, WatchedClients watched) {
    private static final String USUAL = "lz4";
    private static final String REPORTERS = CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG;

    public LogConnection {
        properties = Map.copyOf(properties);
    }

    public LogConnection(String bootstrapServers, Map<String, String> properties) {
        this(bootstrapServers, USUAL, properties);
    }

    public LogConnection(String bootstrapServers, String compression, Map<String, String> properties) {
        this(bootstrapServers, compression, properties, WatchedClients.unseen());
    }

    public LogConnection watchedBy(WatchedClients clients) {
        return new LogConnection(bootstrapServers, compression, properties, clients);
    }

    /** Each {@code host:port} of them. */
    List<String> servers() {
        return Arrays.stream(bootstrapServers.split(",")).map(String::strip).toList();
    }

    /** As {@link #with(Map)}, of a client that is there for long. */
    Map<String, Object> with(String client, Map<String, ?> own) {
        Map<String, Object> all = with(own);
        all.putAll(watching(client));
        return all;
    }

    /**
     * The connection's properties of a client that is there for long, beside whatever else it is told.
     *
     * @param client what it is for, as it is shown; the same for all that are for the same
     */
    public Map<String, Object> watching(String client) {
        Map<String, Object> all = new HashMap<>(properties);
        all.put(ClientReporter.CLIENT, client);
        all.put(ClientReporter.WATCHED, watched);
        String others = properties.getOrDefault(REPORTERS, JmxReporter.class.getName()); // Kafka's own without a word
        all.put(
                REPORTERS,
                others.isBlank() ? ClientReporter.class.getName() : others + "," + ClientReporter.class.getName());
        return all;
    }

    /** A client's own properties with the connection's. */
    Map<String, Object> with(Map<String, ?> client) {
        Map<String, Object> all = new HashMap<>(client);
        all.put("bootstrap.servers", bootstrapServers);
        all.putAll(properties);
        return all;
    }
}
