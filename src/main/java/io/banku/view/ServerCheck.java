package io.banku.view;

import io.banku.outside.Sight;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.ArrayList;
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
        List<Sight> sights = new ArrayList<>();
        sights.add(ServerState.of(connection, address)
                .refusal()
                .map(refusal -> refusal.startsWith("BNK-6013")
                        ? Sight.warning("Redis writes", refusal)
                        : Sight.failed("Redis role", refusal))
                .orElseGet(() -> Sight.ok("Redis role", "a master that takes writes")));
        Optional<Map<String, String>> asked = settings();
        if (asked.isPresent()) {
            sights.add(eviction(asked.get().getOrDefault("maxmemory-policy", "noeviction")));
            Optional.ofNullable(asked.get().get("hash-max-listpack-value"))
                    .or(() -> Optional.ofNullable(asked.get().get("hash-max-ziplist-value")))
                    .ifPresent(longest -> sights.add(longFields(longest)));
        } else {
            sights.add(Sight.warning(
                    "Redis settings",
                    "BNK-6015 Redis at " + address + ": expected to be told its settings, found that CONFIG is"
                            + " forbidden; see to it that maxmemory-policy is noeviction and hash-max-listpack-value "
                            + LISTPACK_VALUE + " at least"));
        }
        return sights;
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
            LOG.debug("Redis at {} does not tell its settings", address, forbidden);
            return Optional.empty();
        }
    }

    private Sight eviction(String policy) {
        String thing = "Redis maxmemory-policy";
        return "noeviction".equals(policy)
                ? Sight.ok(thing, policy)
                : Sight.failed(
                        thing,
                        "BNK-6001 Redis at " + address + ": expected maxmemory-policy noeviction, found " + policy
                                + "; it would forget balances when memory runs out:"
                                + " CONFIG SET maxmemory-policy noeviction");
    }

    private Sight longFields(String longest) {
        String thing = "Redis hash-max-listpack-value";
        return Long.parseLong(longest) >= LISTPACK_VALUE
                ? Sight.ok(thing, longest)
                : Sight.warning(
                        thing,
                        "BNK-6014 Redis at " + address + ": expected hash-max-listpack-value " + LISTPACK_VALUE
                                + " at least, found " + longest
                                + "; an account with a longer field takes three times the memory:"
                                + " CONFIG SET hash-max-listpack-value " + LISTPACK_VALUE
                                + ", and in its configuration file too");
    }
}
