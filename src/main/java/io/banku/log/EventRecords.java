package io.banku.log;

import io.banku.account.Event;
import io.banku.account.Event.MoneyReceived;
import io.banku.account.LogEntry;
import io.banku.account.Origin;
import io.banku.account.Origin.FromBatch;
import io.banku.account.Origin.FromCommand;
import io.banku.account.Origin.FromTransfer;
import io.banku.account.RecordedEvent;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Events ⇄ Kafka records: the key is the account, the value a JSON object, the attributes are headers of the CloudEvents
 * 1.0 Kafka binding in binary mode. Reuses buffers: one thread.
 */
final class EventRecords {
    private static final Header SPEC_VERSION = header("ce_specversion", "1.0");
    private static final Header COMMANDS = header("ce_source", "/commands");
    private static final Header CONTENT_TYPE = header("content-type", "application/json");

    /** Where {@link #record} puts them; whoever else writes may do it in any order. */
    private static final int ID = 1;

    private static final int TYPE = 2;
    private static final int SOURCE = 3;
    private static final int TIME = 4;

    private final EventWriter writer = new EventWriter();
    private final EventReader reader;
    private final Map<Class<?>, TypeHeaders> types = new HashMap<>();
    private String writtenFeed;
    private Header writtenSource;
    private Instant writtenTime;
    private Header writtenTimeHeader;
    private byte[] readTypeBytes = {};
    private String readType = "";
    private byte[] readTimeBytes;
    private Instant readTime;
    private byte[] readSourceBytes;
    private String readFeed;

    /** Reads everything that an event says. */
    EventRecords() {
        this(new EventReader(true));
    }

    private EventRecords(EventReader reader) {
        this.reader = reader;
    }

    /** Leaves the descriptions of postings out, which no balance depends on. */
    static EventRecords withoutDescriptions() {
        return new EventRecords(new EventReader(false));
    }

    /** @param key the account */
    ProducerRecord<byte[], byte[]> record(String topic, int partition, byte[] key, RecordedEvent recorded) {
        Origin origin = recorded.origin();
        TypeHeaders type = types.computeIfAbsent(recorded.event().getClass(), TypeHeaders::of);
        Headers headers = new RecordHeaders()
                .add(SPEC_VERSION)
                .add(header("ce_id", recorded.id()))
                .add(type.type())
                .add(source(origin))
                .add(time(recorded.time()))
                .add(CONTENT_TYPE)
                .add(new RecordHeader("ce_subject", key))
                .add(type.schema());
        if (origin instanceof FromCommand from) {
            headers.add(header(CommandHeader.ID, from.commandId()))
                    .add(header(CommandHeader.FINGERPRINT, from.fingerprint()))
                    .add(header(CommandHeader.OFFSET, Long.toString(from.commandOffset())))
                    .add(header(CommandHeader.TIME, from.commandTime().toString()));
        } else if (origin instanceof FromTransfer from) {
            headers.add(header(CommandHeader.ID, from.commandId()));
        }
        return new ProducerRecord<>(topic, partition, null, key, writer.value(recorded, key), headers);
    }

    /** A control record about a partition: without a key, as it is about no account. */
    static ProducerRecord<byte[], byte[]> marker(String topic, int partition, String type, String id, Instant time) {
        TypeHeaders named = TypeHeaders.of(type);
        Headers headers = new RecordHeaders()
                .add(SPEC_VERSION)
                .add(header("ce_id", id))
                .add(named.type())
                .add(COMMANDS)
                .add(header("ce_time", time.toString()))
                .add(CONTENT_TYPE)
                .add(named.schema());
        return new ProducerRecord<>(topic, partition, null, null, new byte[] {'{', '}'}, headers);
    }

    /** The entry, or null for a record that concerns no account. */
    LogEntry entry(ConsumerRecord<?, ?> record) {
        if (record.key() == null) {
            return null;
        }
        String account = new String((byte[]) record.key(), StandardCharsets.UTF_8);
        try {
            return new LogEntry.Readable(recorded(record, account), record.offset());
        } catch (EventFormatException unreadable) {
            return new LogEntry.Unreadable(account, record.offset(), unreadable.getMessage());
        }
    }

    private RecordedEvent recorded(ConsumerRecord<?, ?> record, String account) throws EventFormatException {
        ReadHeaders headers = ReadHeaders.of(record.headers());
        if (headers.areOrdered()) {
            try {
                return recorded(headers, account, record);
            } catch (EventFormatException perhapsInAnotherOrder) {
                return recorded(headers.byName(), account, record);
            }
        }
        return recorded(headers, account, record);
    }

    private RecordedEvent recorded(ReadHeaders headers, String account, ConsumerRecord<?, ?> record)
            throws EventFormatException {
        Event event = reader.event(type(headers), account, (byte[]) record.key(), (byte[]) record.value());
        if (!account.equals(event.account())) {
            throw new EventFormatException(
                    "expected the key's account " + account + " in the value, found " + event.account());
        }
        return new RecordedEvent(headers.text("ce_id", ID), event, origin(event, headers), time(headers));
    }

    private String type(ReadHeaders headers) throws EventFormatException {
        byte[] bytes = headers.bytes("ce_type", TYPE);
        if (!Arrays.equals(bytes, readTypeBytes)) {
            readType = new String(bytes, StandardCharsets.UTF_8);
            readTypeBytes = bytes;
        }
        return readType;
    }

    private Origin origin(Event event, ReadHeaders headers) throws EventFormatException {
        if (reader.batch() != null) {
            return new FromBatch(feed(headers), reader.batch(), reader.recordNumber());
        }
        if (event instanceof MoneyReceived && !headers.has(CommandHeader.OFFSET)) {
            return new FromTransfer(headers.text(CommandHeader.ID));
        }
        try {
            return new FromCommand(
                    headers.text(CommandHeader.ID),
                    headers.text(CommandHeader.FINGERPRINT),
                    Long.parseLong(headers.text(CommandHeader.OFFSET)),
                    Instant.parse(headers.text(CommandHeader.TIME)));
        } catch (NumberFormatException | DateTimeException malformed) {
            throw new EventFormatException("headers of a command: " + malformed.getMessage());
        }
    }

    private Header source(Origin origin) {
        if (!(origin instanceof FromBatch from)) {
            return COMMANDS;
        }
        if (!from.feed().equals(writtenFeed)) {
            writtenFeed = from.feed();
            writtenSource = header("ce_source", "/feeds/" + from.feed());
        }
        return writtenSource;
    }

    /** A chunk's events share their time: its text is made once. */
    private Header time(Instant time) {
        if (!time.equals(writtenTime)) {
            writtenTimeHeader = header("ce_time", time.toString());
            writtenTime = time;
        }
        return writtenTimeHeader;
    }

    private Instant time(ReadHeaders headers) throws EventFormatException {
        byte[] bytes = headers.bytes("ce_time", TIME);
        if (!Arrays.equals(bytes, readTimeBytes)) {
            try {
                readTime = Instant.parse(new String(bytes, StandardCharsets.UTF_8));
            } catch (DateTimeException malformed) {
                throw new EventFormatException("header ce_time: " + malformed.getMessage());
            }
            readTimeBytes = bytes;
        }
        return readTime;
    }

    private String feed(ReadHeaders headers) throws EventFormatException {
        byte[] bytes = headers.bytes("ce_source", SOURCE);
        if (!Arrays.equals(bytes, readSourceBytes)) {
            String source = new String(bytes, StandardCharsets.UTF_8);
            readFeed = source.substring(source.lastIndexOf('/') + 1);
            readSourceBytes = bytes;
        }
        return readFeed;
    }

    private static Header header(CommandHeader name, String value) {
        return header(name.key(), value);
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** What all events of one type share. */
    private record TypeHeaders(Header type, Header schema) {
        static TypeHeaders of(Class<?> event) {
            return of(event.getSimpleName());
        }

        static TypeHeaders of(String type) {
            return new TypeHeaders(header("ce_type", type), header("ce_dataschema", EventSchemas.name(type)));
        }
    }
}
