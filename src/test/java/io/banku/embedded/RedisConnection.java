package io.banku.embedded;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.function.Function;

/** One question to a Redis server over a connection of its own. */
final class RedisConnection {
    private RedisConnection() {}

    static String ask(String uri, Function<RedisCommands<String, String>, String> question) {
        RedisClient client = RedisClient.create(uri);
        try (var connection = client.connect()) {
            return question.apply(connection.sync());
        } finally {
            client.shutdown();
        }
    }
}
