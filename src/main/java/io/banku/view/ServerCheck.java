package io.banku.view;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether a server is set up to hold a view, asked once when it is connected to. One thread. */
final class ServerCheck {
    private static final Logger LOG = LoggerFactory.getLogger(ServerCheck.class);
    /** The longest field of an account that keeps its hash in the form that takes a third of the memory. */
    static final int LISTPACK_VALUE = 256;

    private final StatefulRedisConnection<String, String> connection;
    private final String address;

    ServerCheck(StatefulRedisConnection<String, String> connection, String address) {
        this.connection = connection;
        this.address = address;
    }

    /** @throws ViewException when it is not */
    void check() {
        String replica = ServerState.of(connection, address).replica();
        if (replica != null) {
            throw new ViewException(replica);
        }
        Optional<Map<String, String>> asked = settings();
        if (asked.isPresent()) {
            refuseEviction(asked.get().getOrDefault("maxmemory-policy", "noeviction"));
            String longest = Optional.ofNullable(asked.get().get("hash-max-listpack-value"))
                    .orElseGet(() -> asked.get().get("hash-max-ziplist-value"));
            if (longest != null && Long.parseLong(longest) < LISTPACK_VALUE) {
                LOG.warn(
                        "BNK-6014 Redis at {}: expected hash-max-listpack-value {} at least, found {}; an account with a"
                                + " longer field takes three times the memory:"
                                + " CONFIG SET hash-max-listpack-value {}, and in its configuration file too",
                        address,
                        LISTPACK_VALUE,
                        longest,
                        LISTPACK_VALUE);
            }
        }
    }

    /** Nothing where CONFIG is forbidden, as with many that are rented. */
    private Optional<Map<String, String>> settings() {
        try {
            Map<String, String> settings = new TreeMap<>();
            for (String name : List.of("maxmemory-policy", "hash-max-*-value")) {
                settings.putAll(connection.sync().configGet(name));
            }
            return Optional.of(settings);
        } catch (RedisCommandExecutionException forbidden) {
            LOG.warn(
                    "BNK-6015 Redis at {}: expected to be told its settings, found: {}; see to it that maxmemory-policy is"
                            + " noeviction and hash-max-listpack-value {} at least",
                    address,
                    forbidden.getMessage(),
                    LISTPACK_VALUE);
            return Optional.empty();
        }
    }

    private void refuseEviction(String policy) {
        if (!"noeviction".equals(policy)) {
            throw new ViewException("BNK-6001 Redis at " + address + ": expected maxmemory-policy noeviction, found "
                    + policy
                    + "; it would forget balances when memory runs out: CONFIG SET maxmemory-policy noeviction");
        }
    }
}
