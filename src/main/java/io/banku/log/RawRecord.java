package io.banku.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A record with a text key; {@code value} is null for a tombstone.
 *
 * @param headers by name, as text; of several with one name the last
 * @param time when it was appended, or created: as the topic says
 */
public record RawRecord(
        String key, byte[] value, Map<String, String> headers, Instant time, int partition, long offset) {

    static RawRecord of(ConsumerRecord<?, ?> record) {
        return new RawRecord(
                text((byte[]) record.key()),
                (byte[]) record.value(),
                headers(record),
                Instant.ofEpochMilli(record.timestamp()),
                record.partition(),
                record.offset());
    }

    private static Map<String, String> headers(ConsumerRecord<?, ?> record) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), text(header.value()));
        }
        return headers;
    }

    private static String text(byte[] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }
}
