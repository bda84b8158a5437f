package io.banku.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the processes of one log over Redis what became of commands: one message for all that were decided at once. Nothing
 * of it is stored, and nobody waits for it; a message that is lost is a hint that is lost. Shared by threads.
 */
public final class RedisOutcomeNews implements OutcomeNews, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RedisOutcomeNews.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final RedisClient client;
    private final StatefulRedisConnection<String, String> telling;
    private final String channel;

    private RedisOutcomeNews(RedisClient client, String logId, OutcomeNews listener) {
        this.client = client;
        this.channel = ViewKeys.outcomeNews(logId);
        this.telling = client.connect();
        var listening = client.connectPubSub();
        listening.addListener(new RedisPubSubAdapter<>() {
            @Override
            public void message(String from, String message) {
                heard(message, listener);
            }
        });
        listening.sync().subscribe(channel);
    }

    /**
     * @param logId a server may hold the views of several logs; Redis's messages know nothing of its databases
     * @throws ViewException when there is no Redis at the address
     */
    public static RedisOutcomeNews connect(String uri, String logId, OutcomeNews listener) {
        RedisURI where = RedisURI.create(uri);
        where.setTimeout(PATIENCE);
        RedisClient client = RedisClient.create(where);
        client.setOptions(RedisServer.options(PATIENCE)
                .mutate()
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .build());
        boolean usable = false;
        try {
            RedisOutcomeNews news = new RedisOutcomeNews(client, logId, listener);
            usable = true;
            return news;
        } catch (RedisException unreachable) {
            throw new ViewException(
                    "BNK-6000 expected Redis to pass on what is decided, found: " + unreachable.getMessage(),
                    unreachable);
        } finally {
            if (!usable) {
                client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
            }
        }
    }

    @Override
    public void tell(int partition, Map<String, Outcome> outcomes) {
        telling.async().publish(channel, Message.json(partition, outcomes)).whenComplete((heardBy, failed) -> {
            if (failed != null) {
                LOG.debug(
                        "what is decided in partition {} is found in the view alone: {}", partition, failed.toString());
            }
        });
    }

    private static void heard(String json, OutcomeNews listener) {
        Message message;
        try {
            message = Message.read(json);
        } catch (JsonProcessingException ofAnotherVersion) {
            LOG.debug("a message about decided commands cannot be read: {}", ofAnotherVersion.getOriginalMessage());
            return;
        }
        listener.tell(message.partition(), message.outcomes());
    }

    /** @param outcomes by command id */
    private record Message(int partition, Map<String, Outcome> outcomes) {
        static String json(int partition, Map<String, Outcome> outcomes) {
            try {
                return Outcome.JSON.writeValueAsString(new Message(partition, outcomes));
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        static Message read(String json) throws JsonProcessingException {
            return Outcome.JSON.readValue(json, Message.class);
        }
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    }
}
