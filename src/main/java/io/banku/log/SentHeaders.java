package io.banku.log;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** The headers of one record on its way to Kafka, which nobody changes: a producer asks for them as an array, and reads it. */
final class SentHeaders implements Headers {
    private final Header[] headers;

    SentHeaders(Header... headers) {
        this.headers = headers;
    }

    @Override
    public Header[] toArray() {
        return headers;
    }

    @Override
    public Iterator<Header> iterator() {
        return List.of(headers).iterator();
    }

    @Override
    public Header lastHeader(String key) {
        List<Header> named = named(key);
        return named.isEmpty() ? null : named.get(named.size() - 1);
    }

    @Override
    public Iterable<Header> headers(String key) {
        return named(key);
    }

    private List<Header> named(String key) {
        return Arrays.stream(headers).filter(header -> header.key().equals(key)).toList();
    }

    @Override
    public Headers add(Header header) {
        throw unchangeable();
    }

    @Override
    public Headers add(String key, byte[] value) {
        throw unchangeable();
    }

    @Override
    public Headers remove(String key) {
        throw unchangeable();
    }

    private static IllegalStateException unchangeable() {
        return new IllegalStateException("the headers of a record on its way cannot be changed");
    }
}
