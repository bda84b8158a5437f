package io.banku.view;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SocketOptions.KeepAliveOptions;
import io.lettuce.core.SocketOptions.TcpUserTimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.resource.EpollProvider;
import java.time.Duration;
import java.util.stream.Collectors;

/**
 * The Redis server that holds the view, and one connection to it. While it is a replica, nothing is read from it or
 * written to it: what it shows may be long past, or nothing. Shared by threads.
 */
final class RedisServer implements AutoCloseable {
    /** More than all threads and all partitions ask at once; without a bound a dead server fills the memory. */
    private static final int MOST_IN_HAND = 20_000;

    private final RedisClient client;
    private final StatefulRedisConnection<String, String> connection;
    private final String address;
    private final ServerWatch watch;

    private RedisServer(RedisClient client, StatefulRedisConnection<String, String> connection, String address) {
        this.client = client;
        this.connection = connection;
        this.address = address;
        this.watch = new ServerWatch(connection, address);
    }

    /**
     * @param patience how long an answer may take
     * @throws ViewException when there is no Redis at the address, it does not let us in, or it cannot hold a view
     */
    static RedisServer connect(String uri, Duration patience) {
        RedisURI where = RedisURI.create(uri);
        where.setTimeout(patience);
        RedisClient client = RedisClient.create(where);
        client.setOptions(options(patience));
        boolean usable = false;
        try {
            RedisServer server = new RedisServer(client, client.connect(), shown(where));
            new ServerCheck(server.connection, server.address).check();
            server.watch.start();
            usable = true;
            return server;
        } catch (RedisException unusable) {
            throw unavailable(shown(where), RedisFault.whileConnecting(where, unusable), unusable);
        } finally {
            if (!usable) {
                client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
            }
        }
    }

    /**
     * A server or a network that went away without a word is noticed within seconds: by keep-alive while nothing is under
     * way, by the user time-out while something is (where netty's native transport is there; else by what is asked).
     */
    static ClientOptions options(Duration patience) {
        SocketOptions.Builder sockets = SocketOptions.builder()
                .connectTimeout(patience)
                .keepAlive(KeepAliveOptions.builder()
                        .enable()
                        .idle(Duration.ofSeconds(5))
                        .interval(Duration.ofSeconds(2))
                        .count(3)
                        .build());
        if (EpollProvider.isAvailable()) {
            sockets.tcpUserTimeout(TcpUserTimeoutOptions.builder()
                    .enable()
                    .tcpUserTimeout(Duration.ofSeconds(10))
                    .build());
        }
        return ClientOptions.builder()
                .requestQueueSize(MOST_IN_HAND)
                .socketOptions(sockets.build())
                .build();
    }

    StatefulRedisConnection<String, String> connection() {
        return connection;
    }

    String address() {
        return address;
    }

    /** @throws ViewException when it is no master now, so that what it shows cannot be believed */
    void requireMaster() {
        watch.requireMaster();
    }

    /** @throws ViewException when it cannot be read from or written to now */
    void requireServing() {
        watch.requireServing();
    }

    ViewException unavailable(RedisException cause) {
        return unavailable(address, RedisFault.words(cause), cause);
    }

    private static ViewException unavailable(String address, String found, RedisException cause) {
        return new ViewException("BNK-6000 expected Redis at " + address + ", found: " + found, cause);
    }

    /** {@code 127.0.0.1:6379}, or {@code view of a:26379, b:26379} where Sentinels say who is the master of that name. */
    static String shown(RedisURI uri) {
        return uri.getSentinels().isEmpty()
                ? uri.getHost() + ":" + uri.getPort()
                : uri.getSentinelMasterId() + " of "
                        + uri.getSentinels().stream()
                                .map(each -> each.getHost() + ":" + each.getPort())
                                .collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        watch.close();
        connection.close();
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    }
}
