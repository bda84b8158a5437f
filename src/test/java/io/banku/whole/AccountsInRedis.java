package io.banku.whole;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.HashMap;
import java.util.Map;

/** The account views as any Redis client sees them. */
public final class AccountsInRedis implements AutoCloseable {
    private final RedisClient client;
    private final StatefulRedisConnection<String, String> connection;

    public AccountsInRedis(String uri) {
        client = RedisClient.create(uri);
        connection = client.connect();
    }

    /** The fields of every account, by its id. */
    public Map<String, Map<String, String>> all() {
        Map<String, Map<String, String>> accounts = new HashMap<>();
        for (String key : connection.sync().keys("banku:{*}:account:*")) {
            accounts.put(
                    key.substring(key.lastIndexOf(':') + 1), connection.sync().hgetall(key));
        }
        return accounts;
    }

    /** Events that are in the view, over all accounts. */
    long eventsApplied() {
        return all().values().stream()
                .mapToLong(account -> Long.parseLong(account.get("v")))
                .sum();
    }

    /** A partition's position says that it belongs to this log. */
    void claimFor(String logId, int partition) {
        connection.sync().hset("banku:{" + partition + "}:position", Map.of("position", "5", "logId", logId));
    }

    /** Somebody else writes into an account. */
    void spoil(String account) {
        String key = connection.sync().keys("banku:{*}:account:" + account).get(0);
        connection.sync().hset(key, "b", "-1");
    }

    /** A partition's position is beyond what is in it. */
    void standAt(int partition, long position) {
        connection.sync().hset("banku:{" + partition + "}:position", "position", Long.toString(position));
    }

    /** As a Redis without persistence does when it is restarted. */
    void forgetAll() {
        connection.sync().flushall();
    }

    @Override
    public void close() {
        connection.close();
        client.shutdown();
    }
}
