package io.banku.bench.pipe;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Utils;

/**
 * A record of the file as the record of its event. One object for all of them: the producer has copied what is in it
 * when {@code send} returns. One thread.
 */
final class Event extends ProducerRecord<byte[], byte[]> {
    private static final byte[] ACCOUNT = Bytes.ascii("{\"account\":\"");
    private static final byte[] AMOUNT = Bytes.ascii("\",\"amount\":\"");
    private static final byte[] BOOKED_AT = Bytes.ascii("\",\"currency\":\"EUR\",\"bookedAt\":\"");
    private static final byte[] BOOKED_FORM = Bytes.ascii("0000-00-00T00:00:00");
    private static final byte[] TEXT = Bytes.ascii("+00:00\",\"text\":\"");

    private final byte[] batch;
    private final byte[] batchInId;
    private final int partitions;
    private final Bytes keyBytes = new Bytes(64);
    private final Bytes idBytes = new Bytes(256);
    private final Bytes json = new Bytes(1024);
    private final Changing id = new Changing("ce_id");
    private final Changing time = new Changing("ce_time");
    private final Changing subject = new Changing("ce_subject");
    private final Same headers;
    private byte[] key;
    private byte[] value;
    private Integer partition;

    Event(String topic, int partitions, String feed, String batch) {
        super(topic, null);
        this.partitions = partitions;
        this.batch = Bytes.ascii("\",\"batch\":\"" + batch + "\",\"record\":");
        this.batchInId = Bytes.ascii(batch + "/");
        this.headers = new Same(
                always("ce_specversion", "1.0"),
                id,
                always("ce_type", "MoneyDeposited"),
                always("ce_source", "/feeds/" + feed),
                time,
                always("content-type", "application/json"),
                subject,
                always("ce_dataschema", "urn:banku:event:MoneyDeposited"));
    }

    /** @param now of all events of a transaction */
    void at(String now) {
        time.value = Bytes.ascii(now);
    }

    /** @param number of the record, from 1 */
    void read(byte[] file, int at, long number) {
        keyBytes.clear();
        int account = at + Layout.ACCOUNT;
        text(keyBytes, file, account, account + Layout.trimmed(file, account, Layout.ACCOUNT_LENGTH));
        key = keyBytes.exact();
        partition = Utils.toPositive(Utils.murmur2(key)) % partitions;
        subject.value = key;
        idBytes.clear().put(batchInId).number(number).put('/').put('0');
        id.value = idBytes.exact();
        json.clear().put(ACCOUNT).put(key).put(AMOUNT);
        amount(Layout.zoned(file, at + Layout.AMOUNT, Layout.AMOUNT_LENGTH));
        json.put(BOOKED_AT);
        booked(file, at + Layout.BOOKED);
        json.put(TEXT);
        int holder = at + Layout.HOLDER;
        text(json, file, holder, holder + Layout.HOLDER_LENGTH);
        json.put(batch).number(number).put('}');
        value = json.exact();
    }

    private void amount(long cents) {
        long absolute = Math.abs(cents);
        if (cents < 0) {
            json.put('-');
        }
        int cent = (int) (absolute % 100);
        json.number(absolute / 100).put('.').put('0' + cent / 10).put('0' + cent % 10);
    }

    /** {@code F2F0F2F6…} is {@code 2026-11-21T10:15:02}: the low half of each byte is its digit. */
    private void booked(byte[] file, int at) {
        json.put(BOOKED_FORM);
        byte[] into = json.array;
        int to = json.length - BOOKED_FORM.length;
        for (int i = 0; i < 4; i++) {
            into[to + i] = (byte) (file[at + i] & 0x0F | '0');
        }
        two(file, at + 4, into, to + 5);
        two(file, at + 6, into, to + 8);
        two(file, at + 8, into, to + 11);
        two(file, at + 10, into, to + 14);
        two(file, at + 12, into, to + 17);
    }

    private static void two(byte[] file, int at, byte[] into, int to) {
        into[to] = (byte) (file[at] & 0x0F | '0');
        into[to + 1] = (byte) (file[at + 1] & 0x0F | '0');
    }

    private static void text(Bytes into, byte[] file, int from, int to) {
        byte[] array = into.array;
        int at = into.length;
        for (int i = from; i < to; i++) {
            byte plain = Layout.PLAIN[file[i] & 0xFF];
            if (plain != 0) {
                array[at++] = plain;
            } else {
                into.length = at;
                into.special(Layout.CHARACTERS[file[i] & 0xFF]);
                at = into.length;
            }
        }
        into.length = at;
    }

    @Override
    public byte[] key() {
        return key;
    }

    @Override
    public byte[] value() {
        return value;
    }

    @Override
    public Integer partition() {
        return partition;
    }

    @Override
    public Headers headers() {
        return headers;
    }

    private static Changing always(String name, String value) {
        Changing header = new Changing(name);
        header.value = Bytes.ascii(value);
        return header;
    }

    private static final class Changing implements Header {
        private final String name;
        private byte[] value;

        Changing(String name) {
            this.name = name;
        }

        @Override
        public String key() {
            return name;
        }

        @Override
        public byte[] value() {
            return value;
        }
    }

    /** The same headers for each record; the producer only reads them. */
    private record Same(Header... headers) implements Headers {
        @Override
        public Header[] toArray() {
            return headers;
        }

        @Override
        public Iterator<Header> iterator() {
            return List.of(headers).iterator();
        }

        @Override
        public Header lastHeader(String name) {
            return Stream.of(headers).filter(each -> each.key().equals(name)).findFirst().orElse(null);
        }

        @Override
        public Iterable<Header> headers(String name) {
            return Stream.of(headers).filter(each -> each.key().equals(name)).toList();
        }

        @Override
        public Headers add(Header header) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Headers add(String name, byte[] value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Headers remove(String name) {
            throw new UnsupportedOperationException();
        }
    }
}
