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
import java.util.Optional;
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
    private static final Header CONTENT_TYPE = header("content-type", "application/json");

    /** Where {@link #record} puts them; whoever else writes may do it in any order. */
    private static final int ID = 1;

    private static final int TYPE = 2;
    private static final int SOURCE = 3;
    private static final int TIME = 4;
    private static final int COMMAND = 6;

    private final EventWriter writer = new EventWriter();
    private final EventReader reader = new EventReader();
    private Instant writtenTime;
    private Header writtenTimeHeader;
    private byte[] readTimeBytes;
    private Instant readTime;
    private byte[] readSourceBytes = {};
    private String readFeed;

    ProducerRecord<byte[], byte[]> record(String topic, RecordedEvent recorded) {
        Origin origin = recorded.origin();
        Headers headers = new RecordHeaders()
                .add(SPEC_VERSION)
                .add(header("ce_id", recorded.id()))
                .add(header("ce_type", recorded.event().getClass().getSimpleName()))
                .add(header("ce_source", source(origin)))
                .add(time(recorded.time()))
                .add(CONTENT_TYPE);
        if (origin instanceof FromCommand from) {
            headers.add(header("commandid", from.commandId()))
                    .add(header("fingerprint", from.fingerprint()))
                    .add(header("commandoffset", Long.toString(from.commandOffset())))
                    .add(header("commandtime", from.commandTime().toString()));
        } else if (origin instanceof FromTransfer from) {
            headers.add(header("commandid", from.commandId()));
        }
        byte[] key = recorded.account().getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(topic, null, null, key, writer.value(recorded), headers);
    }

    /** A control record about a partition: without a key, as it is about no account. */
    static ProducerRecord<byte[], byte[]> marker(String topic, int partition, String type, String id, Instant time) {
        Headers headers = new RecordHeaders()
                .add(SPEC_VERSION)
                .add(header("ce_id", id))
                .add(header("ce_type", type))
                .add(header("ce_source", "/commands"))
                .add(header("ce_time", time.toString()))
                .add(CONTENT_TYPE);
        return new ProducerRecord<>(topic, partition, null, null, new byte[] {'{', '}'}, headers);
    }

    /** The entry, or nothing for a record that concerns no account. */
    Optional<LogEntry> entry(ConsumerRecord<?, ?> record) {
        if (record.key() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new LogEntry.Readable(recorded(record), record.offset()));
        } catch (EventFormatException unreadable) {
            String account = new String((byte[]) record.key(), StandardCharsets.UTF_8);
            return Optional.of(new LogEntry.Unreadable(account, record.offset(), unreadable.getMessage()));
        }
    }

    private RecordedEvent recorded(ConsumerRecord<?, ?> record) throws EventFormatException {
        ReadHeaders headers = new ReadHeaders(record.headers());
        Event event = reader.event(headers.text("ce_type", TYPE), (byte[]) record.value());
        String account = new String((byte[]) record.key(), StandardCharsets.UTF_8);
        if (!account.equals(event.account())) {
            throw new EventFormatException(
                    "expected the key's account " + account + " in the value, found " + event.account());
        }
        return new RecordedEvent(headers.text("ce_id", ID), event, origin(event, headers), time(headers));
    }

    private Origin origin(Event event, ReadHeaders headers) throws EventFormatException {
        if (reader.batch() != null) {
            return new FromBatch(feed(headers), reader.batch(), reader.recordNumber());
        }
        if (event instanceof MoneyReceived && !headers.has("commandoffset")) {
            return new FromTransfer(headers.text("commandid", COMMAND));
        }
        try {
            return new FromCommand(
                    headers.text("commandid", COMMAND),
                    headers.text("fingerprint", COMMAND + 1),
                    Long.parseLong(headers.text("commandoffset", COMMAND + 2)),
                    Instant.parse(headers.text("commandtime", COMMAND + 3)));
        } catch (NumberFormatException | DateTimeException malformed) {
            throw new EventFormatException("headers of a command: " + malformed.getMessage());
        }
    }

    private static String source(Origin origin) {
        return origin instanceof FromBatch from ? "/feeds/" + from.feed() : "/commands";
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

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
