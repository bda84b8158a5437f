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
    /** How many every event has, from {@code ce_specversion} to {@code content-type}. */
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

    boolean has(String name) {
        return search(name) != null;
    }

    String text(String name, int place) throws EventFormatException {
        return new String(bytes(name, place), StandardCharsets.UTF_8);
    }

    /** @param place where our own writer puts it */
    byte[] bytes(String name, int place) throws EventFormatException {
        Header found = ordered && place < COMMON ? headers[place] : search(name);
        if (found == null || found.value() == null) {
            throw new EventFormatException("expected the header " + name + ", found "
                    + Arrays.stream(headers).map(Header::key).toList());
        }
        return found.value();
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
