package io.banku.view;

import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a server every second whether it is still what it was: a master may be made a replica. Shared by threads. */
final class ServerWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServerWatch.class);
    private static final long MILLIS = 1_000;

    private final StatefulRedisConnection<String, String> connection;
    private final String address;
    private final ScheduledExecutorService looking;
    private volatile ServerState state = ServerState.SERVING;

    ServerWatch(StatefulRedisConnection<String, String> connection, String address) {
        this.connection = connection;
        this.address = address;
        this.looking = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "banku-redis");
            thread.setDaemon(true);
            return thread;
        });
    }

    void start() {
        looking.scheduleWithFixedDelay(this::look, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
    }

    /** One that does not answer tells whoever asks it something itself. */
    private void look() {
        try {
            ServerState now = ServerState.of(connection, address);
            if (!now.equals(state)) {
                now.refusal()
                        .ifPresentOrElse(
                                why -> LOG.error("{}", why), () -> LOG.info("Redis at {} serves again", address));
            }
            state = now;
        } catch (RedisException away) {
            LOG.debug("Redis at {} cannot be looked at now", address, away);
        } catch (RuntimeException | Error failed) { // or nobody would look ever again
            LOG.error("Redis at {} could not be looked at; it will be again", address, failed);
        }
    }

    void requireMaster() {
        String replica = state.replica();
        if (replica != null) {
            throw new ViewException(replica);
        }
    }

    void requireServing() {
        state.refusal().ifPresent(why -> {
            throw new ViewException(why);
        });
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}
