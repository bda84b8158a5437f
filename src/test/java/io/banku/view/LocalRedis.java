package io.banku.view;

import io.banku.embedded.EmbeddedRedis;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test the Redis that all tests of this JVM share, and stops it when the last one is done. */
public final class LocalRedis implements ParameterResolver {

    /** A running server, where it is, and a way to look at it behind the program's back. */
    public record Server(
            Path directory, EmbeddedRedis redis, RedisClient client, StatefulRedisConnection<String, String> connection)
            implements AutoCloseable {
        static Server start() {
            try {
                Path directory = Files.createTempDirectory("banku-redis");
                EmbeddedRedis redis = EmbeddedRedis.start(directory, 0, false);
                RedisClient client = RedisClient.create(redis.uri());
                return new Server(directory, redis, client, client.connect());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        public String uri() {
            return redis.uri();
        }

        public RedisCommands<String, String> commands() {
            return connection.sync();
        }

        @Override
        public void close() throws IOException {
            connection.close();
            client.shutdown();
            redis.close();
            try (var files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Server.class;
    }

    @Override
    public Server resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(Namespace.GLOBAL)
                .getOrComputeIfAbsent(Server.class, type -> Server.start(), Server.class);
    }
}
