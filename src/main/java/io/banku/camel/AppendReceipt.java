package io.banku.camel;

import java.time.Instant;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.kafka.clients.producer.RecordMetadata;

/** What Kafka says of the record that it has appended. */
final class AppendReceipt {
    private AppendReceipt() {}

    /** By the broker's clock, as the topic is one of LogAppendTime. */
    static Instant time(Exchange exchange) {
        List<?> receipts = exchange.getMessage().getHeader(KafkaConstants.KAFKA_RECORD_META, List.class);
        if (receipts == null || receipts.size() != 1) {
            throw new IllegalStateException("expected the receipt of one record, found " + receipts);
        }
        return Instant.ofEpochMilli(((RecordMetadata) receipts.get(0)).timestamp());
    }
}
