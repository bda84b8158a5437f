package io.banku.log;

import java.util.Arrays;

/**
 * Finds the properties of an event in JSON of the plainest form: one flat object without spaces, names of events'
 * properties only, strings without escapes, and {@code record} as a positive number. Anything else it does not take,
 * right or wrong. Fast and ugly on purpose: every event that is projected passes through here. One thread.
 */
final class PlainJson {
    /** A number of so many digits fits 64 bits. */
    private static final int DIGITS = 18;

    private static final int LENGTH_OF_RECORD = "record".length();

    private final int[] from = new int[EventProperty.values().length];
    private final int[] to = new int[from.length];
    /** What stood in these places in the object before: neighbours are alike. */
    private final EventProperty[] order = new EventProperty[from.length];

    private int place;
    private long record;

    boolean read(byte[] json) {
        return read(json, 0, json.length);
    }

    /**
     * Of what lies between two places.
     *
     * @return false when it has to be read by other means
     */
    boolean read(byte[] json, int begin, int end) {
        Arrays.fill(from, -1);
        record = 0;
        place = 0;
        int last = end - 1;
        if (last < begin + 2 || json[begin] != '{' || json[last] != '}') {
            return false;
        }
        int at = begin;
        while (at < last) {
            at = property(json, at + 1, last);
            if (at < 0 || (at < last && json[at] != ',')) {
                return false;
            }
        }
        return true;
    }

    /** The index after the property that begins at {@code at}, or -1. */
    private int property(byte[] json, int at, int last) {
        EventProperty property = place < order.length ? order[place] : null;
        int nameEnd = property == null ? -1 : property.endAt(json, at, last);
        if (nameEnd < 0) {
            nameEnd = endOfString(json, at, last);
            if (nameEnd < 0 || json[nameEnd + 1] != ':') {
                return -1;
            }
            property = EventProperty.of(json, at + 1, nameEnd);
            if (property == null) {
                return isRecord(json, at + 1, nameEnd) ? number(json, nameEnd + 2, last) : -1;
            }
        }
        int valueEnd = endOfString(json, nameEnd + 2, last);
        if (valueEnd < 0) {
            return -1;
        }
        if (place < order.length) {
            order[place++] = property;
        }
        from[property.ordinal()] = nameEnd + 3;
        to[property.ordinal()] = valueEnd;
        return valueEnd + 1;
    }

    /** The index of the quote that ends the string beginning at {@code at}, or -1. */
    private static int endOfString(byte[] json, int at, int last) {
        if (at >= last || json[at] != '"') {
            return -1;
        }
        int i = PlainText.end(json, at + 1, last, '"');
        while (i < last && json[i] != '"') {
            int length = characterLength(json, i);
            if (length == 0) {
                return -1;
            }
            i = PlainText.end(json, i + length, last, '"');
        }
        return i < last ? i : -1;
    }

    /** How many bytes the character at {@code i} has; 0 when it is an escape, a control, malformed or of four bytes. */
    private static int characterLength(byte[] json, int i) {
        byte c = json[i];
        if (c >= 0x20) {
            return c == '\\' ? 0 : 1;
        }
        int lead = c & 0xFF;
        if (lead >= 0xC2 && lead <= 0xDF) {
            return isContinued(json, i + 1) ? 2 : 0;
        }
        if (lead > 0xE0 && lead < 0xF0 && lead != 0xED) { // E0 has overlong forms, ED has surrogates
            return isContinued(json, i + 1) && isContinued(json, i + 2) ? 3 : 0;
        }
        return 0;
    }

    /** The last byte of the object is no continuation: reading ahead never leaves the array. */
    private static boolean isContinued(byte[] json, int i) {
        return (json[i] & 0xC0) == 0x80;
    }

    private static boolean isRecord(byte[] json, int start, int end) {
        return end - start == LENGTH_OF_RECORD
                && json[start] == 'r'
                && json[start + 1] == 'e'
                && json[start + 2] == 'c'
                && json[start + 3] == 'o'
                && json[start + 4] == 'r'
                && json[start + 5] == 'd';
    }

    private int number(byte[] json, int at, int last) {
        long number = 0;
        int i = at;
        for (; i < last && json[i] >= '0' && json[i] <= '9' && i - at < DIGITS; i++) {
            number = number * 10 + json[i] - '0';
        }
        record = number;
        return i > at && json[at] != '0' ? i : -1;
    }

    /** Where the text of the property begins, -1 when it is absent. */
    int from(int property) {
        return from[property];
    }

    /** Where it ends (exclusive). */
    int to(int property) {
        return to[property];
    }

    /** 0 when absent. */
    long record() {
        return record;
    }
}
