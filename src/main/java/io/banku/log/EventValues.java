package io.banku.log;

import io.banku.account.LogEntry;
import java.nio.ByteBuffer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Values of events for whoever folds them. A posting of the mainframe in the form that {@link EventRecord} has is a
 * {@link ReadMovement}, read while its bytes are at hand. Every other value, and each with a fault, stays bytes for
 * {@link EventRecords} to read and to judge. One thread.
 */
final class EventValues implements Deserializer<Object> {
    private final MovementReader movements;
    private final EventRecords events = EventRecords.withoutDescriptions();

    /** @param keys which read the key of each record before its value is read here */
    EventValues(AccountKeys keys) {
        this.movements = new MovementReader(keys, events);
    }

    @Override
    public Object deserialize(String topic, Headers headers, ByteBuffer value) {
        ReadMovement movement = null;
        if (value.hasArray()) {
            int from = value.arrayOffset() + value.position();
            movement = movements.read(headers, value.array(), from, from + value.remaining());
        }
        return movement == null ? Deserializer.super.deserialize(topic, headers, value) : movement;
    }

    @Override
    public Object deserialize(String topic, byte[] value) {
        return value;
    }

    /** The entry of a record that was read here, or null where it concerns no account. */
    LogEntry entry(ConsumerRecord<?, ?> record) {
        if (record.key() == null) {
            return null;
        }
        return record.value() instanceof ReadMovement movement
                ? movement.at(record.offset())
                : events.entry((String) record.key(), record.headers(), (byte[]) record.value(), record.offset());
    }
}
