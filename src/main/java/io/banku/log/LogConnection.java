package io.banku.log;

import java.util.HashMap;
import java.util.Map;

/**
 * Where Kafka is and how to talk to it.
 *
 * @param properties client properties that every client gets (security, for example); they win over ours, so whoever reads
 *     them from people lets none through that correctness rests on
 */
public record LogConnection(String bootstrapServers, Map<String, String> properties) {

    public LogConnection {
        properties = Map.copyOf(properties);
    }

    /** A client's own properties with the connection's. */
    Map<String, Object> with(Map<String, ?> client) {
        Map<String, Object> all = new HashMap<>(client);
        all.put("bootstrap.servers", bootstrapServers);
        all.putAll(properties);
        return all;
    }
}
