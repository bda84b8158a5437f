package io.banku.log;

import io.banku.outside.RootCause;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.AuthorizationException;

/** Waits for what Kafka's admin client was asked. Shared by threads. */
record AdminAnswers(LogConnection connection, long timeoutSeconds, String rights) {

    AdminAnswers(LogConnection connection, long timeoutSeconds) {
        this(connection, timeoutSeconds, "DESCRIBE_CONFIGS, READ and WRITE");
    }

    /** Of questions that need no more than these. */
    AdminAnswers needing(String others) {
        return new AdminAnswers(connection, timeoutSeconds, others);
    }

    /** @throws LogUnavailableException when it is not answered in time, or with an error, which is the cause */
    <T> T await(KafkaFuture<T> asked) {
        try {
            return asked.get(timeoutSeconds, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw unavailable(failed.getCause());
        } catch (TimeoutException late) {
            throw unavailable(late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", interrupted);
        }
    }

    private LogUnavailableException unavailable(Throwable cause) {
        String found = RootCause.words(cause);
        return new LogUnavailableException(
                cause instanceof AuthorizationException
                        ? "BNK-5029 expected to be allowed to look at the topics banku.* of Kafka at "
                                + connection.bootstrapServers() + ", found: " + found + " Grant " + rights
                                + " on them to the user that banku.kafka.properties.* names (kafka-acls --add)"
                        : "BNK-5000 expected Kafka at " + connection.bootstrapServers() + ", found: " + found,
                cause);
    }
}
