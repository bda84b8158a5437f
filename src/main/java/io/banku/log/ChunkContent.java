package io.banku.log;

import io.banku.account.LogEntry;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * How a consumer of chunks reads keys and values as they come from Kafka. One thread.
 *
 * @param entry what a record says of an account; null where it says nothing of any
 */
record ChunkContent(Deserializer<?> keys, Deserializer<?> values, Function<ConsumerRecord<?, ?>, LogEntry> entry) {

    /** As they are: {@link PartitionChunk#raw}. */
    static ChunkContent bytes() {
        return new ChunkContent(new ByteArrayDeserializer(), new ByteArrayDeserializer(), record -> {
            throw new IllegalStateException("expected a consumer of events, found one of bytes");
        });
    }

    /** As events: {@link PartitionChunk#entries}. */
    static ChunkContent events() {
        AccountKeys keys = new AccountKeys();
        EventValues values = new EventValues(keys);
        return new ChunkContent(keys, values, values::entry);
    }

    @SuppressWarnings("unchecked") // whatever there is is an object
    Deserializer<Object> anyKeys() {
        return (Deserializer<Object>) keys;
    }

    @SuppressWarnings("unchecked")
    Deserializer<Object> anyValues() {
        return (Deserializer<Object>) values;
    }
}
