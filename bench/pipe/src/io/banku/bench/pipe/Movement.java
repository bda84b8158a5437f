package io.banku.bench.pipe;

import java.nio.ByteBuffer;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;

/** What a balance depends on in an event, read from the bytes of its value where they lie. */
record Movement(long cents, int day) {
    private static final int ACCOUNT = "{\"account\":\"".length();
    private static final int TO_AMOUNT = "\",\"amount\":\"".length();
    private static final int TO_BOOKED_AT = "\",\"currency\":\"EUR\",\"bookedAt\":\"".length();

    static final class Reader implements Deserializer<Movement> {
        @Override
        public Movement deserialize(String topic, Headers headers, ByteBuffer value) {
            return value.hasArray()
                    ? read(value.array(), value.arrayOffset() + value.position())
                    : Deserializer.super.deserialize(topic, headers, value);
        }

        @Override
        public Movement deserialize(String topic, byte[] value) {
            return read(value, 0);
        }
    }

    private static Movement read(byte[] json, int from) {
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
        return new Movement(isNegative ? -cents : cents, day);
    }
}
