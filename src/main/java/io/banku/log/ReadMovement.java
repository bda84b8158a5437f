package io.banku.log;

import io.banku.account.LogEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import org.apache.kafka.common.header.Headers;

/** A movement with the bytes that it was read from: they stay as long as the record does, and are not copied for it. */
final class ReadMovement implements LogEntry.Movement {
    private final String account;
    private final long change;
    private final Currency currency;
    private final LocalDate bookedOn;
    private final Instant time;
    private final EventRecords events;
    private final Headers headers;
    private final byte[] in;
    private final int from;
    private final int to;
    private long offset = -1;

    ReadMovement(
            String account,
            long change,
            Currency currency,
            LocalDate bookedOn,
            Instant time,
            EventRecords events,
            Headers headers,
            byte[] in,
            int from,
            int to) {
        this.account = account;
        this.change = change;
        this.currency = currency;
        this.bookedOn = bookedOn;
        this.time = time;
        this.events = events;
        this.headers = headers;
        this.in = in;
        this.from = from;
        this.to = to;
    }

    /** Kafka says it only when the record's value has been read. */
    ReadMovement at(long place) {
        offset = place;
        return this;
    }

    @Override
    public LogEntry whole() {
        return events.entry(account, headers, Arrays.copyOfRange(in, from, to), offset);
    }

    @Override
    public String account() {
        return account;
    }

    @Override
    public long offset() {
        return offset;
    }

    @Override
    public long change() {
        return change;
    }

    @Override
    public Currency currency() {
        return currency;
    }

    @Override
    public LocalDate bookedOn() {
        return bookedOn;
    }

    @Override
    public Instant time() {
        return time;
    }
}
