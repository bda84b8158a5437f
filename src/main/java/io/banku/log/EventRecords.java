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
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * Kafka's records, as {@link EventRecord} or an earlier version wrote them, → events. Reuses buffers: one thread.
 */
final class EventRecords {
    /** Where {@link EventRecord} puts them; whoever else writes may do it in any order. */
    static final int ID = 1;

    static final int TYPE = 2;
    static final int SOURCE = 3;
    static final int TIME = 4;

    private final EventReader reader;
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

    /** The entry, or null for a record that concerns no account. */
    LogEntry entry(ConsumerRecord<?, ?> record) {
        if (record.key() == null) {
            return null;
        }
        String account = new String((byte[]) record.key(), StandardCharsets.UTF_8);
        return entry(account, record.headers(), (byte[]) record.value(), record.offset());
    }

    /** The same of a record that is about an account. */
    LogEntry entry(String account, Headers headers, byte[] value, long offset) {
        try {
            return new LogEntry.Readable(recorded(account, headers, value), offset);
        } catch (EventFormatException unreadable) {
            return new LogEntry.Unreadable(account, offset, unreadable.getMessage());
        }
    }

    private RecordedEvent recorded(String account, Headers found, byte[] value) throws EventFormatException {
        ReadHeaders headers = ReadHeaders.of(found);
        if (headers.areOrdered()) {
            try {
                return recorded(account, headers, value);
            } catch (EventFormatException perhapsInAnotherOrder) {
                return recorded(account, headers.byName(), value);
            }
        }
        return recorded(account, headers, value);
    }

    private RecordedEvent recorded(String account, ReadHeaders headers, byte[] value) throws EventFormatException {
        Event event = reader.event(type(headers), account, value);
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
}
