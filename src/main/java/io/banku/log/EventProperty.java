package io.banku.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The text properties of an event's JSON object. */
enum EventProperty {
    ACCOUNT("account"),
    AMOUNT("amount"),
    CURRENCY("currency"),
    BOOKED_AT("bookedAt"),
    TEXT("text"),
    REFERENCE("reference"),
    TRANSFER("transfer"),
    COUNTERPARTY("counterparty"),
    BATCH("batch"),
    HOLDER("holder"),
    LIMIT("limit"),
    STATUS("status"),
    OPENED_ON("openedOn"),
    CLOSED_ON("closedOn"),
    AS_OF("asOf"),
    REVERSES("reverses"),
    BREAK("break"),
    BY("by"),
    REASON("reason"),
    DETAIL("detail");

    private static final Map<String, EventProperty> BY_NAME = new HashMap<>();
    /** By the length of their names. */
    private static final EventProperty[][] BY_LENGTH = new EventProperty[16][];

    static {
        Arrays.setAll(
                BY_LENGTH,
                length -> Arrays.stream(values())
                        .filter(property -> property.text.length() == length)
                        .toArray(EventProperty[]::new));
        for (EventProperty property : values()) {
            BY_NAME.put(property.text, property);
        }
    }

    private final String text;
    private final byte[] bytes;

    EventProperty(String text) {
        this.text = text;
        this.bytes = text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The property of that name, or null. */
    static EventProperty of(String name) {
        return BY_NAME.get(name);
    }

    /** The property of the name that stands between {@code from} and {@code to}, or null. */
    static EventProperty of(byte[] json, int from, int to) {
        if (to - from < BY_LENGTH.length) {
            for (EventProperty property : BY_LENGTH[to - from]) {
                if (Arrays.equals(property.bytes, 0, property.bytes.length, json, from, to)) {
                    return property;
                }
            }
        }
        return null;
    }

    /** Where its name ends if it stands at {@code at} as {@code "name":}, all before {@code last}; else -1. */
    int endAt(byte[] json, int at, int last) {
        int end = at + 1 + bytes.length;
        return end + 1 < last
                        && json[at] == '"'
                        && json[end] == '"'
                        && json[end + 1] == ':'
                        && Arrays.equals(bytes, 0, bytes.length, json, at + 1, end)
                ? end
                : -1;
    }

    @Override
    public String toString() {
        return text;
    }
}
