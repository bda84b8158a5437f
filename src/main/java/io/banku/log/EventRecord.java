package io.banku.log;

import io.banku.account.Origin;
import io.banku.account.Origin.FromBatch;
import io.banku.account.Origin.FromCommand;
import io.banku.account.Origin.FromTransfer;
import io.banku.account.RecordedEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * An event as the record that a producer is given: the key is the account, the value a JSON object, the attributes are
 * headers of the CloudEvents 1.0 Kafka binding in binary mode. It is the same object for one event after the other: a
 * producer has copied what is in it when {@code send} returns. One thread.
 */
final class EventRecord extends ProducerRecord<byte[], byte[]> {
    private static final Header SPEC_VERSION = new SentHeader("ce_specversion", "1.0");
    private static final Header COMMANDS = new SentHeader("ce_source", "/commands");
    private static final Header CONTENT_TYPE = new SentHeader("content-type", "application/json");
    private static final byte[] NOTHING = {'{', '}'};

    private final EventWriter writer = new EventWriter();
    private final Map<Class<?>, TypeHeaders> types = new HashMap<>();
    private String feed;
    private Header source;
    private Instant time;
    private Header timeHeader;
    private int partition;
    private byte[] key;
    private byte[] value;
    private Headers headers;

    EventRecord(String topic) {
        super(topic, null);
    }

    /** @param key the account */
    EventRecord of(int partition, byte[] key, RecordedEvent recorded) {
        this.partition = partition;
        this.key = key;
        this.value = writer.value(recorded, key);
        this.headers = headers(recorded);
        return this;
    }

    /** A control record about a partition: without a key, as it is about no account. */
    static ProducerRecord<byte[], byte[]> marker(String topic, int partition, String type, String id, Instant time) {
        TypeHeaders named = TypeHeaders.of(type);
        Headers headers = new SentHeaders(
                SPEC_VERSION,
                new SentHeader("ce_id", id),
                named.type(),
                COMMANDS,
                new SentHeader("ce_time", time.toString()),
                CONTENT_TYPE,
                named.schema());
        return new ProducerRecord<>(topic, partition, null, null, NOTHING, headers);
    }

    /** {@link EventRecords} reads the first six without a look at their names. */
    private Headers headers(RecordedEvent recorded) {
        TypeHeaders type = types.computeIfAbsent(recorded.event().getClass(), TypeHeaders::of);
        Header id = new SentHeader("ce_id", recorded.id());
        Header source = source(recorded.origin());
        Header time = time(recorded.time());
        Header subject = new SentHeader("ce_subject", key);
        if (recorded.origin() instanceof FromCommand from) {
            return new SentHeaders(
                    SPEC_VERSION,
                    id,
                    type.type(),
                    source,
                    time,
                    CONTENT_TYPE,
                    subject,
                    type.schema(),
                    header(CommandHeader.ID, from.commandId()),
                    header(CommandHeader.FINGERPRINT, from.fingerprint()),
                    header(CommandHeader.OFFSET, Long.toString(from.commandOffset())),
                    header(CommandHeader.TIME, from.commandTime().toString()));
        }
        if (recorded.origin() instanceof FromTransfer from) {
            return new SentHeaders(
                    SPEC_VERSION,
                    id,
                    type.type(),
                    source,
                    time,
                    CONTENT_TYPE,
                    subject,
                    type.schema(),
                    header(CommandHeader.ID, from.commandId()));
        }
        return new SentHeaders(SPEC_VERSION, id, type.type(), source, time, CONTENT_TYPE, subject, type.schema());
    }

    private Header source(Origin origin) {
        if (!(origin instanceof FromBatch from)) {
            return COMMANDS;
        }
        if (!from.feed().equals(feed)) {
            feed = from.feed();
            source = new SentHeader("ce_source", "/feeds/" + feed);
        }
        return source;
    }

    /** A chunk's events share their time: its text is made once. */
    private Header time(Instant time) {
        if (!time.equals(this.time)) {
            this.time = time;
            this.timeHeader = new SentHeader("ce_time", time.toString());
        }
        return timeHeader;
    }

    private static Header header(CommandHeader name, String value) {
        return new SentHeader(name.key(), value);
    }

    @Override
    public Integer partition() {
        return partition;
    }

    @Override
    public byte[] key() {
        return key;
    }

    @Override
    public byte[] value() {
        return value;
    }

    @Override
    public Headers headers() {
        return headers;
    }

    @Override
    public String toString() {
        return new ProducerRecord<>(topic(), partition, null, key, value, headers).toString();
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /** What all events of one type share. */
    private record TypeHeaders(Header type, Header schema) {
        static TypeHeaders of(Class<?> event) {
            return of(event.getSimpleName());
        }

        static TypeHeaders of(String type) {
            return new TypeHeaders(
                    new SentHeader("ce_type", type), new SentHeader("ce_dataschema", EventSchemas.name(type)));
        }
    }

    /** Kafka's own is made twice as expensive by what it can do besides. */
    private record SentHeader(String key, byte[] value) implements Header {
        SentHeader(String key, String value) {
            this(key, value.getBytes(StandardCharsets.UTF_8));
        }
    }
}
