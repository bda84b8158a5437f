package io.banku.view;

import io.banku.outside.Sight;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether a server is set up to hold a view, asked once when it is connected to. One thread. */
final class ServerCheck {
    private static final Logger LOG = LoggerFactory.getLogger(ServerCheck.class);
    private static final String NO_EVICTION = "noeviction";

    private final StatefulRedisConnection<String, String> connection;
    private final String address;

    ServerCheck(StatefulRedisConnection<String, String> connection, String address) {
        this.connection = connection;
        this.address = address;
    }

    /** @throws ViewException when it is not */
    void check() {
        for (Sight sight : sights()) {
            switch (sight.grade()) {
                case FAILED -> throw new ViewException(sight.words());
                case WARNING -> LOG.warn("{}", sight.words());
                default -> LOG.debug("{}: {}", sight.thing(), sight.words());
            }
        }
    }

    /** What it is to a view, then how it is set up. */
    List<Sight> sights() {
        return List.of(role(), eviction());
    }

    private Sight role() {
        return ServerState.of(connection, address)
                .refusal()
                .map(refusal -> refusal.startsWith("BNK-6013")
                        ? Sight.warning("Redis writes", refusal)
                        : Sight.failed("Redis role", refusal))
                .orElseGet(() -> Sight.ok("Redis role", "a master that takes writes"));
    }

    private Sight eviction() {
        String thing = "Redis maxmemory-policy";
        try {
            String policy =
                    connection.sync().configGet("maxmemory-policy").getOrDefault("maxmemory-policy", NO_EVICTION);
            return NO_EVICTION.equals(policy)
                    ? Sight.ok(thing, policy)
                    : Sight.failed(
                            thing,
                            "BNK-6001 Redis at " + address + ": expected maxmemory-policy noeviction, found " + policy
                                    + "; it would forget balances when memory runs out:"
                                    + " CONFIG SET maxmemory-policy noeviction");
        } catch (RedisCommandExecutionException forbidden) { // with many that are rented
            return Sight.warning(
                    thing,
                    "BNK-6015 Redis at " + address + ": expected to be told its settings, found: "
                            + forbidden.getMessage() + "; see to it that maxmemory-policy is noeviction");
        }
    }
}
