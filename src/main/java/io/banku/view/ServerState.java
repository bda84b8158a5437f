package io.banku.view;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.Optional;

/**
 * What a server says of itself, and of a small write.
 *
 * @param replica why it is no master, or null
 * @param refusing why it takes no writes, or null
 */
record ServerState(String replica, String refusing) {
    static final ServerState SERVING = new ServerState(null, null);

    private static final String PROBE = "banku:probe";

    /** @throws io.lettuce.core.RedisException when it does not answer */
    static ServerState of(StatefulRedisConnection<String, String> connection, String address) {
        String role = role(connection);
        if (!role.equals("master")) {
            return new ServerState(notMaster(address, "role:" + role), null);
        }
        try {
            connection.sync().setex(PROBE, 60, "w");
            return SERVING;
        } catch (RedisCommandExecutionException refused) {
            String found = String.valueOf(refused.getMessage());
            if (found.startsWith("MOVED") || found.startsWith("CLUSTER")) {
                return new ServerState(clustered(address, found), null);
            }
            if (found.startsWith("NOPERM")) {
                return new ServerState(forbidden(address, found), null);
            }
            return found.startsWith("READONLY")
                    ? new ServerState(notMaster(address, found), null)
                    : new ServerState(
                            null,
                            "BNK-6013 Redis at " + address + ": expected it to take writes, found: " + found
                                    + "; the view stands until it does");
        }
    }

    /** A writable replica takes what its master never hears of; where the role may not be asked, the write tells the rest. */
    private static String role(StatefulRedisConnection<String, String> connection) {
        try {
            return String.valueOf(connection.sync().role().get(0));
        } catch (RedisCommandExecutionException forbidden) {
            return "master";
        }
    }

    private static String notMaster(String address, String found) {
        return "BNK-6012 Redis at " + address + ": expected a master, found " + found
                + "; what it shows may be long past, and it takes nothing in: point banku.redis.uri at the master, or at"
                + " the Sentinels that know it (redis-sentinel://host:26379,host:26379#name)";
    }

    private static String clustered(String address, String found) {
        return "BNK-6000 expected a Redis at " + address + " that holds all keys itself, found a node of a cluster ("
                + found
                + "); point banku.redis.uri at a server that is not one, with replicas and Sentinels where it must not fail";
    }

    private static String forbidden(String address, String found) {
        return "BNK-6000 expected Redis at " + address + " to let us read and write banku:*, found: " + found
                + "; give the user of banku.redis.uri ~banku:* &* +@all -@admin -@dangerous +role (ACL SETUSER)";
    }

    Optional<String> refusal() {
        return Optional.ofNullable(replica == null ? refusing : replica);
    }
}
