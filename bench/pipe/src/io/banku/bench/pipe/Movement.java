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

    private static final int TO_ACCOUNT = "{\"account\":\"".length();
    private static final int TO_AMOUNT = "\",\"amount\":\"".length();
    private static final int TO_BOOKED_AT = "\",\"currency\":\"EUR\",\"bookedAt\":\"".length();
    private static final int ISO_DAY = "2026-11-21".length();

    /** One thread; the record's key was read before. */
    static final class Reader implements Deserializer<Movement> {
        private final Accounts accounts;
        private byte[] isoTime = {};
        private byte[] nanos = {};
        private byte[] isoDay = new byte[ISO_DAY];
        private int day;

        Reader(Accounts accounts) {
            this.accounts = accounts;
        }

        @Override
        public Movement deserialize(String topic, Headers headers, ByteBuffer value) {
            readTime(headers.toArray()[TIME].value());
            return value.hasArray()
                    ? read(value.array(), value.arrayOffset() + value.position())
                    : Deserializer.super.deserialize(topic, headers, value);
        }

        @Override
        public Movement deserialize(String topic, byte[] value) {
            return read(value, 0);
        }

        private Movement read(byte[] json, int from) {
            int at = from + TO_ACCOUNT + accounts.lengthOfLast() + TO_AMOUNT;
            boolean isNegative = json[at] == '-';
            long cents = 0;
            for (byte b = json[at]; b != '"'; b = json[++at]) {
                if (b >= '0') {
                    cents = cents * 10 + b - '0';
                }
            }
            readDay(json, at + TO_BOOKED_AT);
            return new Movement(isNegative ? -cents : cents, day, nanos);
        }

        /** {@code 2026-11-21}; most have the day of the one before. */
        private void readDay(byte[] json, int from) {
            if (!Arrays.equals(json, from, from + ISO_DAY, isoDay, 0, ISO_DAY)) {
                isoDay = Arrays.copyOfRange(json, from, from + ISO_DAY);
                day = Integer.parseInt(new String(isoDay, StandardCharsets.US_ASCII).replace("-", ""));
            }
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
}
