package io.banku.bench.pipe;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * What a balance depends on in an event, read from the bytes of its value where they lie.
 *
 * @param nanos its time as nanoseconds since 1970, the same array for all events of that time
 */
record Movement(long cents, int day, byte[] nanos) {
    /** Of {@code ce_time} among the headers. */
    private static final int TIME = 4;

    private static final int ACCOUNT = "{\"account\":\"".length();
    private static final int TO_AMOUNT = "\",\"amount\":\"".length();
    private static final int TO_BOOKED_AT = "\",\"currency\":\"EUR\",\"bookedAt\":\"".length();

    /** One thread. */
    static final class Reader implements Deserializer<Movement> {
        private byte[] isoTime = {};
        private byte[] nanos = {};

        @Override
        public Movement deserialize(String topic, Headers headers, ByteBuffer value) {
            readTime(headers.toArray()[TIME].value());
            return value.hasArray()
                    ? read(value.array(), value.arrayOffset() + value.position(), nanos)
                    : Deserializer.super.deserialize(topic, headers, value);
        }

        @Override
        public Movement deserialize(String topic, byte[] value) {
            return read(value, 0, nanos);
        }

        /** {@code 2026-11-21T22:15:02.123Z}; all events of a transaction share it. */
        private void readTime(byte[] iso) {
            if (!Arrays.equals(iso, isoTime)) {
                Instant time = Instant.parse(new String(iso, StandardCharsets.US_ASCII));
                nanos = Bytes.ascii(Long.toString(time.getEpochSecond() * 1_000_000_000 + time.getNano()));
                isoTime = iso;
            }
        }
    }

    private static Movement read(byte[] json, int from, byte[] nanos) {
        int at = from + ACCOUNT;
        while (json[at] != '"') {
            at++;
        }
        at += TO_AMOUNT;
        boolean isNegative = json[at] == '-';
        long cents = 0;
        for (byte b = json[at]; b != '"'; b = json[++at]) {
            if (b >= '0') {
                cents = cents * 10 + b - '0';
            }
        }
        at += TO_BOOKED_AT;
        int day = 0;
        for (int i = at; i < at + 10; i++) {
            if (json[i] != '-') {
                day = day * 10 + json[i] - '0';
            }
        }
        return new Movement(isNegative ? -cents : cents, day, nanos);
    }
}
