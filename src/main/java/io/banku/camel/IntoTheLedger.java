package io.banku.camel;

import io.banku.batch.LedgerFormat;
import io.banku.log.EventLog;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.kafka.KafkaConstants;

/**
 * What somebody has said, on its way into the ledger: {@link #keep} makes it the message, and the route {@code direct:to-the-ledger}
 * writes it and returns when it is there.
 */
public final class IntoTheLedger {
    private static final String HANDED_OVER = "banku.ledger";

    private final int partitions;

    public IntoTheLedger(int partitions) {
        this.partitions = partitions;
    }

    /** @param feed whose part of the ledger it is written to */
    void keep(Exchange exchange, String feed, String key, Object value) {
        Message message = exchange.getMessage();
        message.removeHeaders("*", Exchange.HTTP_PATH); // which a problem names, and which Kafka is not sent
        message.setHeader(KafkaConstants.KEY, key);
        message.setHeader(KafkaConstants.PARTITION_KEY, EventLog.partition(feed, partitions));
        message.setBody(new String(LedgerFormat.write(value), StandardCharsets.UTF_8));
        exchange.setProperty(HANDED_OVER, true);
    }

    /** Whether the ledger may hold it: then a failure says nothing about it. */
    static boolean isHandedOver(Exchange exchange) {
        return exchange.getProperty(HANDED_OVER) != null;
    }
}
