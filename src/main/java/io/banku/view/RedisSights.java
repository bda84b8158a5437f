package io.banku.view;

import io.banku.outside.Sight;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The Redis server that the settings name, as it is found. One thread. */
public final class RedisSights {
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    /** Of the memory that it may take. */
    private static final int NEARLY_FULL_PERCENT = 80;

    private final StatefulRedisConnection<String, String> connection;
    private final String address;

    private RedisSights(StatefulRedisConnection<String, String> connection, String address) {
        this.connection = connection;
        this.address = address;
    }

    /** The first one is whether it answers; the others are there only if it does. */
    public static List<Sight> of(String uri) {
        RedisURI where = RedisURI.create(uri);
        where.setTimeout(PATIENCE);
        String address = RedisServer.shown(where);
        RedisClient client = RedisClient.create(where);
        client.setOptions(RedisServer.options(PATIENCE));
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            return new RedisSights(connection, address).sights();
        } catch (RedisException failed) {
            return List.of(Sight.failed(
                    "Redis at " + address,
                    "BNK-6000 expected Redis, found: " + RedisFault.whileConnecting(where, failed)));
        } finally {
            client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
        }
    }

    private List<Sight> sights() {
        Map<String, String> told = told();
        List<Sight> sights = new ArrayList<>();
        sights.add(Sight.ok(
                "Redis at " + address, "answers; version " + told.getOrDefault("redis_version", "not told (INFO)")));
        sights.addAll(new ServerCheck(connection, address).sights());
        if (told.containsKey("used_memory")) {
            sights.add(memory(Long.parseLong(told.get("used_memory")), Long.parseLong(told.get("maxmemory"))));
        }
        return sights;
    }

    private static Sight memory(long used, long most) {
        String thing = "Redis memory";
        long megabytes = used >> 20;
        if (most == 0) {
            return Sight.ok(thing, megabytes + " MB used, no limit of its own (maxmemory)");
        }
        String found = megabytes + " MB of " + (most >> 20) + " MB used";
        return used * 100 / most < NEARLY_FULL_PERCENT
                ? Sight.ok(thing, found)
                : Sight.warning(thing, found + "; when it is full the view stands (BNK-6013): raise maxmemory");
    }

    /** Nothing where INFO is forbidden. */
    private Map<String, String> told() {
        Map<String, String> told = new HashMap<>();
        try {
            connection.sync().info().lines().forEach(line -> {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    told.put(line.substring(0, colon), line.substring(colon + 1).strip());
                }
            });
        } catch (RedisCommandExecutionException forbidden) {
            return Map.of();
        }
        return told;
    }
}
