package io.banku.log;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record with a text key; {@code value} is null for a tombstone. */
public record RawRecord(String key, byte[] value, int partition, long offset) {
    static RawRecord of(ConsumerRecord<?, ?> record) {
        byte[] key = (byte[]) record.key();
        return new RawRecord(
                key == null ? null : new String(key, StandardCharsets.UTF_8),
                (byte[]) record.value(),
                record.partition(),
                record.offset());
    }
}
