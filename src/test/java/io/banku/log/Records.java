package io.banku.log;

import io.banku.account.LogEntry;
import io.banku.account.RecordedEvent;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.record.TimestampType;

/** Records of the events topic, written and read without a broker. */
final class Records {
    static final long OFFSET = 77;

    private Records() {}

    /** As a record that may be changed. */
    static ProducerRecord<byte[], byte[]> written(RecordedEvent recorded) {
        var sent = new EventRecord("banku.events").of(3, bytes(recorded.account()), recorded);
        return new ProducerRecord<>("banku.events", 3, null, sent.key(), sent.value(), sent.headers());
    }

    static ConsumerRecord<Object, Object> consumed(byte[] key, byte[] value, Headers headers) {
        return new ConsumerRecord<>(
                "banku.events", 3, OFFSET, 0, TimestampType.CREATE_TIME, 0, 0, key, value, headers, Optional.empty());
    }

    static ConsumerRecord<Object, Object> consumed(ProducerRecord<byte[], byte[]> record) {
        return consumed(record.key(), record.value(), record.headers());
    }

    static LogEntry read(ConsumerRecord<Object, Object> record) {
        return new EventRecords().entry(record);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
