package io.banku.log;

import io.banku.outside.RootCause;
import io.banku.outside.Sight;
import java.time.Duration;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;

/** Whether transactions can be opened under ids with a prefix. */
public final class TransactionSight {
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private TransactionSight() {}

    /**
     * Opens and closes one, under an id that nobody else has: whoever has the id of a running process would end its work.
     *
     * @param prefix of the ids that the program uses
     */
    public static Sight of(LogConnection connection, String prefix) {
        String thing = "transactional ids " + prefix + "*";
        try {
            EventLog.open(connection, prefix + ".check", KnownTopics.unwatched(1), PATIENCE)
                    .close();
            return Sight.ok(thing, "can be opened");
        } catch (LogUnavailableException refused) {
            return Sight.failed(thing, words(prefix, RootCause.of(refused)));
        }
    }

    private static String words(String prefix, Throwable cause) {
        if (cause instanceof TransactionalIdAuthorizationException) {
            return MissingRight.ofTransactionalId(prefix);
        }
        String found = "BNK-5030 expected Kafka to open a transactional id within " + PATIENCE.toSeconds()
                + " seconds, found: " + RootCause.words(cause);
        return cause instanceof TimeoutException
                ? found + "; are there as many brokers as transaction.state.log.replication.factor says, and"
                        + " transaction.state.log.min.isr of them in sync?"
                : found;
    }
}
