package io.banku.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** The headers of one record. Kafka decodes a header's name when it is asked for, so they are looked for in their place first. */
final class ReadHeaders {
    private final Header[] headers;

    ReadHeaders(Headers headers) {
        this.headers = headers.toArray();
    }

    boolean has(String name) {
        return search(name) != null;
    }

    String text(String name, int place) throws EventFormatException {
        return new String(bytes(name, place), StandardCharsets.UTF_8);
    }

    /** @param place where our own writer puts it */
    byte[] bytes(String name, int place) throws EventFormatException {
        Header found = place < headers.length && headers[place].key().equals(name) ? headers[place] : search(name);
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
