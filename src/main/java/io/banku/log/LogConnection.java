package io.banku.log;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where Kafka is and how to talk to it.
 *
 * @param compression of what is written, by Kafka's name for it
 * @param properties client properties that every client gets (security, for example); they win over ours, so whoever reads
 *     them from people lets none through that correctness rests on
 */
public record LogConnection(String bootstrapServers, String compression, Map<String, String> properties) {
    private static final String USUAL = "lz4";

    public LogConnection {
        properties = Map.copyOf(properties);
    }

    public LogConnection(String bootstrapServers, Map<String, String> properties) {
        this(bootstrapServers, USUAL, properties);
    }

    /** Each {@code host:port} of them. */
    List<String> servers() {
        return Arrays.stream(bootstrapServers.split(",")).map(String::strip).toList();
    }

    /** A client's own properties with the connection's. */
    Map<String, Object> with(Map<String, ?> client) {
        Map<String, Object> all = new HashMap<>(client);
        all.put("bootstrap.servers", bootstrapServers);
        all.putAll(properties);
        return all;
    }
}
