package io.banku.log;

import io.banku.account.LogEntry;
import io.banku.account.RecordedEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.record.TimestampType;

/** Records of the events topic, written and read without a broker. */
final class Records {
    static final long OFFSET = 77;
    private static final String TOPIC = "banku.events";

    private Records() {}

    /** As a record that may be changed. */
    static ProducerRecord<byte[], byte[]> written(RecordedEvent recorded) {
        var sent = new EventRecord("banku.events").of(3, bytes(recorded.account()), recorded);
        return new ProducerRecord<>("banku.events", 3, null, sent.key(), sent.value(), sent.headers());
    }

    static ConsumerRecord<Object, Object> consumed(byte[] key, byte[] value, Headers headers) {
        return consumed(OFFSET, key, value, headers);
    }

    static ConsumerRecord<Object, Object> consumed(long offset, byte[] key, byte[] value, Headers headers) {
        return new ConsumerRecord<>(
                TOPIC, 3, offset, 0, TimestampType.CREATE_TIME, 0, 0, key, value, headers, Optional.empty());
    }

    static ConsumerRecord<Object, Object> consumed(ProducerRecord<byte[], byte[]> record) {
        return consumed(record.key(), record.value(), record.headers());
    }

    static LogEntry read(ConsumerRecord<Object, Object> record) {
        return new EventRecords().entry(record);
    }

    /** As chunks of events have it, from bytes that lie among others. */
    static LogEntry folded(ConsumerRecord<Object, Object> record) {
        return folded(record, ChunkContent.events());
    }

    static LogEntry folded(ConsumerRecord<Object, Object> record, ChunkContent content) {
        Headers headers = record.headers();
        byte[] key = (byte[]) record.key();
        byte[] value = (byte[]) record.value();
        Object readKey = key == null ? null : content.anyKeys().deserialize(TOPIC, headers, amongOthers(key));
        Object readValue = value == null ? null : content.anyValues().deserialize(TOPIC, headers, amongOthers(value));
        return content.entry()
                .apply(new ConsumerRecord<>(
                        TOPIC,
                        record.partition(),
                        record.offset(),
                        0,
                        TimestampType.CREATE_TIME,
                        0,
                        0,
                        readKey,
                        readValue,
                        headers,
                        Optional.empty()));
    }

    private static ByteBuffer amongOthers(byte[] bytes) {
        ByteBuffer others = ByteBuffer.allocate(bytes.length + 20);
        others.position(7);
        ByteBuffer slice = others.slice().position(3).limit(3 + bytes.length);
        slice.duplicate().put(bytes);
        return slice;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
