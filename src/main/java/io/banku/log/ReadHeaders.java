package io.banku.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * The headers of one record. Kafka decodes a header's name each time it is asked for, a fifth of what reading an event
 * costs: where the values show the order in which our own writer puts them, the names are taken as read.
 */
final class ReadHeaders {
    private static final byte[] FIRST = "1.0".getBytes(StandardCharsets.UTF_8);
    private static final byte[] LAST = "application/json".getBytes(StandardCharsets.UTF_8);
    /** How many every event begins with, from {@code ce_specversion} to {@code content-type}. */
    private static final int COMMON = 6;

    private final Header[] headers;
    private final boolean ordered;

    private ReadHeaders(Header[] headers, boolean ordered) {
        this.headers = headers;
        this.ordered = ordered;
    }

    static ReadHeaders of(Headers headers) {
        Header[] found = headers.toArray();
        boolean ordered = found.length >= COMMON
                && Arrays.equals(found[0].value(), FIRST)
                && Arrays.equals(found[COMMON - 1].value(), LAST);
        return new ReadHeaders(found, ordered);
    }

    boolean areOrdered() {
        return ordered;
    }

    /** The same headers, each looked for by its name. */
    ReadHeaders byName() {
        return new ReadHeaders(headers, false);
    }

    boolean has(CommandHeader name) {
        return search(name) != null;
    }

    /** In either form of its name. */
    String text(CommandHeader name) throws EventFormatException {
        return new String(value(name.key(), search(name)), StandardCharsets.UTF_8);
    }

    String text(String name, int place) throws EventFormatException {
        return new String(bytes(name, place), StandardCharsets.UTF_8);
    }

    /** @param place where our own writer puts it, among those that were there from the first version on */
    byte[] bytes(String name, int place) throws EventFormatException {
        return value(name, ordered ? headers[place] : search(name));
    }

    private byte[] value(String name, Header found) throws EventFormatException {
        if (found == null || found.value() == null) {
            throw new EventFormatException("expected the header " + name + ", found "
                    + Arrays.stream(headers).map(Header::key).toList());
        }
        return found.value();
    }

    private Header search(CommandHeader name) {
        Header found = search(name.key());
        return found == null ? search(name.formerKey()) : found;
    }

    private Header search(String name) {
        for (int i = headers.length - 1; i >= 0; i--) {
            if (headers[i].key().equals(name)) {
                return headers[i];
            }
        }
        return null;
    }
}
