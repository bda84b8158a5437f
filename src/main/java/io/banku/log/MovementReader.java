package io.banku.log;

import static io.banku.log.EventProperty.ACCOUNT;
import static io.banku.log.EventProperty.AMOUNT;
import static io.banku.log.EventProperty.BATCH;
import static io.banku.log.EventProperty.BOOKED_AT;
import static io.banku.log.EventProperty.CURRENCY;

import io.banku.account.Money;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.Map;
import org.apache.kafka.common.header.Headers;

/**
 * Reads postings of the mainframe from where their bytes lie, without an object for what repeats from one to the next.
 * It takes less than {@link EventRecords} does, and nothing else: what is not in the usual form it leaves. Fast and ugly
 * on purpose, as nearly every record that is projected passes through here. One thread.
 */
final class MovementReader {
    /** By type, what an amount does to a balance. */
    private static final Map<String, Integer> SIGNS = Map.of(
            "MoneyDeposited", 1, "MoneyReceived", 1, "PostingReversed", 1, "MoneyWithdrawn", -1, "MoneySent", -1);

    /** More may not fit 64 bits. */
    private static final int DIGITS = 18;

    /** No amount of so many digits is this one. */
    private static final long NO_AMOUNT = Long.MIN_VALUE;

    private final AccountKeys keys;
    private final EventRecords events;
    private final PlainJson json = new PlainJson();
    private byte[] typeBytes = {};
    private int sign;
    private byte[] timeBytes = {};
    private Instant time;
    private byte[] currencyBytes = {};
    private Currency currency;
    private int scale;
    private byte[] dayBytes = {};
    private LocalDate day;

    /** @param events by which movements are read again where more is needed of them */
    MovementReader(AccountKeys keys, EventRecords events) {
        this.keys = keys;
        this.events = events;
    }

    /** Null where it is no such posting, or not in the usual form. */
    ReadMovement read(Headers headers, byte[] bytes, int from, int to) {
        try {
            ReadHeaders found = ReadHeaders.of(headers);
            return found.areOrdered() && isPosting(found) && json.read(bytes, from, to) && isOfAFile()
                    ? movement(headers, bytes, from, to)
                    : null;
        } catch (EventFormatException | DateTimeException | IllegalArgumentException faulty) {
            return null;
        }
    }

    private boolean isPosting(ReadHeaders headers) throws EventFormatException {
        headers.bytes("ce_id", EventRecords.ID);
        headers.bytes("ce_source", EventRecords.SOURCE);
        byte[] type = headers.bytes("ce_type", EventRecords.TYPE);
        if (!Arrays.equals(type, typeBytes)) {
            sign = SIGNS.getOrDefault(new String(type, StandardCharsets.UTF_8), 0);
            typeBytes = type;
        }
        byte[] published = headers.bytes("ce_time", EventRecords.TIME);
        if (!Arrays.equals(published, timeBytes)) {
            time = Instant.parse(new String(published, StandardCharsets.UTF_8));
            timeBytes = published;
        }
        return sign != 0;
    }

    private boolean isOfAFile() {
        return json.from(BATCH.ordinal()) >= 0 && json.record() > 0;
    }

    private ReadMovement movement(Headers headers, byte[] bytes, int from, int to) {
        int account = json.from(ACCOUNT.ordinal());
        int unit = json.from(CURRENCY.ordinal());
        int booked = json.from(BOOKED_AT.ordinal());
        if (account < 0 || !keys.isLast(bytes, account, json.to(ACCOUNT.ordinal())) || unit < 0) {
            return null;
        }
        inCurrency(bytes, unit, json.to(CURRENCY.ordinal()));
        long amount = amount(bytes, json.from(AMOUNT.ordinal()), json.to(AMOUNT.ordinal()));
        if (amount == NO_AMOUNT || booked >= 0 && !isBooked(bytes, booked, json.to(BOOKED_AT.ordinal()))) {
            return null;
        }
        LocalDate bookedOn = booked < 0 ? null : day;
        return new ReadMovement(keys.last(), sign * amount, currency, bookedOn, time, events, headers, bytes, from, to);
    }

    private void inCurrency(byte[] bytes, int from, int to) {
        if (!Arrays.equals(currencyBytes, 0, currencyBytes.length, bytes, from, to)) {
            currency = Currency.getInstance(new String(bytes, from, to - from, StandardCharsets.UTF_8));
            scale = Money.scale(currency);
            currencyBytes = Arrays.copyOfRange(bytes, from, to);
        }
    }

    /** {@code -125.00} of two decimals is -12500. */
    private long amount(byte[] bytes, int from, int to) {
        int start = from >= 0 && bytes[from] == '-' ? from + 1 : from;
        int point = scale == 0 ? to : to - scale - 1;
        if (from < 0 || point <= start || to - start > DIGITS || scale > 0 && bytes[point] != '.') {
            return NO_AMOUNT;
        }
        long amount = 0;
        for (int i = start; i < to; i++) {
            int digit = bytes[i] - '0';
            if (i != point) {
                if (digit < 0 || digit > 9) {
                    return NO_AMOUNT;
                }
                amount = amount * 10 + digit;
            }
        }
        return start == from ? amount : -amount;
    }

    /** Neighbours in a file share their day. */
    private boolean isBooked(byte[] bytes, int from, int to) {
        if (!Timestamps.isUsual(bytes, from, to)) {
            return false;
        }
        int dayEnd = from + Timestamps.DAY_LENGTH;
        if (!Arrays.equals(dayBytes, 0, dayBytes.length, bytes, from, dayEnd)) {
            day = LocalDate.parse(new String(bytes, from, Timestamps.DAY_LENGTH, StandardCharsets.US_ASCII));
            dayBytes = Arrays.copyOfRange(bytes, from, dayEnd);
        }
        return true;
    }
}
