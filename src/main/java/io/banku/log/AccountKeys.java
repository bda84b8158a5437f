package io.banku.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;

/** Keys of events as the accounts that they name. The last one's bytes are at hand for its value. One thread. */
final class AccountKeys implements Deserializer<String> {
    private String account;
    private byte[] in = {};
    private int from;
    private int to;

    @Override
    public String deserialize(String topic, Headers headers, ByteBuffer key) {
        if (!key.hasArray()) {
            return Deserializer.super.deserialize(topic, headers, key);
        }
        int begin = key.arrayOffset() + key.position();
        return read(key.array(), begin, begin + key.remaining());
    }

    @Override
    public String deserialize(String topic, byte[] key) {
        return read(key, 0, key.length);
    }

    private String read(byte[] bytes, int begin, int end) {
        in = bytes;
        from = begin;
        to = end;
        account = new String(bytes, begin, end - begin, StandardCharsets.UTF_8);
        return account;
    }

    /** The account of the record whose key was read last. */
    String last() {
        return account;
    }

    /** Whether its bytes stand there. */
    boolean isLast(byte[] bytes, int begin, int end) {
        return Arrays.equals(in, from, to, bytes, begin, end);
    }
}
