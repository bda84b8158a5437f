package io.banku.reference;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The entries of one version, each key once:
 *
 * <pre>
 * head      magic, number of entries, where the table begins, its places, size of a window    5 × 8 bytes
 * entries   length of the key, length of the value, 4 bytes each; both in UTF-8
 * table     where an entry stands, or 0; 8 bytes each, at the hash of its key or behind it
 * sum       CRC-32C of all before it, 8 bytes
 * </pre>
 *
 * No entry stands in two windows: the rest of one is zeros. It is looked at where it lies, so that its size costs no heap.
 * Shared by threads.
 */
public final class EntryFile {
    static final long MAGIC = 0x42414E4B55524546L;
    static final int HEAD = 5 * Long.BYTES;
    static final int LENGTHS = 2 * Integer.BYTES;
    static final int WINDOW = 1 << 30;

    private final Windows bytes;
    private final long entries;
    private final long table;
    private final long places;

    private EntryFile(Windows bytes) {
        this.bytes = bytes;
        this.entries = bytes.getLong(8);
        this.table = bytes.getLong(16);
        this.places = bytes.getLong(24);
    }

    /** Empty where it is not what was written. @throws java.nio.file.NoSuchFileException where there is none */
    public static Optional<EntryFile> open(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer head = ByteBuffer.allocate(HEAD);
            if (channel.read(head, 0) < HEAD || head.getLong(0) != MAGIC) {
                return Optional.empty();
            }
            long window = head.getLong(32);
            if (window < HEAD || window > WINDOW || window % Long.BYTES != 0) {
                return Optional.empty();
            }
            Windows bytes = Windows.of(channel, MapMode.READ_ONLY, channel.size(), (int) window);
            long end = bytes.length() - Long.BYTES;
            boolean isWhole =
                    end == head.getLong(16) + head.getLong(24) * Long.BYTES && sum(bytes) == bytes.getLong(end);
            return isWhole ? Optional.of(new EntryFile(bytes)) : Optional.empty();
        }
    }

    /** Of all but the last 8 bytes. */
    static long sum(Windows bytes) {
        CRC32C sum = new CRC32C();
        for (int i = 0; i < bytes.count(); i++) {
            ByteBuffer window = bytes.window(i);
            if (i == bytes.count() - 1) {
                window.limit(window.limit() - Long.BYTES);
            }
            sum.update(window);
        }
        return sum.getValue();
    }

    /** The value of a key, or null. */
    public String find(String key) {
        byte[] sought = key.getBytes(StandardCharsets.UTF_8);
        long at = at(sought);
        return at == 0 ? null : text(at + LENGTHS + sought.length, bytes.getInt(at + Integer.BYTES));
    }

    /** Where the entry of a key stands, or 0. */
    private long at(byte[] sought) {
        for (long place = place(sought, places); ; place = (place + 1) % places) {
            long at = bytes.getLong(table + place * Long.BYTES);
            if (at == 0 || bytes.getInt(at) == sought.length && bytes.holds(at + LENGTHS, sought)) {
                return at;
            }
        }
    }

    /** How many entries it has. */
    public long size() {
        return entries;
    }

    /** In the order in which they were written, each once. */
    public Iterator<String> keys() {
        return new Keys();
    }

    /** Of a key that was written twice the first one. */
    private final class Keys implements Iterator<String> {
        private long at = skipRest(bytes, HEAD);
        private String next = look();

        private String look() {
            while (at < table) {
                long here = at;
                byte[] key = new byte[bytes.getInt(here)];
                bytes.get(here + LENGTHS, key, key.length);
                at = skipRest(bytes, here + LENGTHS + key.length + bytes.getInt(here + Integer.BYTES));
                if (at(key) == here) {
                    return new String(key, StandardCharsets.UTF_8);
                }
            }
            return null;
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public String next() {
            if (next == null) {
                throw new NoSuchElementException();
            }
            String key = next;
            next = look();
            return key;
        }
    }

    /** Where the next entry stands: no key is empty. */
    static long skipRest(Windows bytes, long at) {
        boolean isRest = bytes.left(at) < LENGTHS || bytes.getInt(at) == 0;
        return isRest ? at + bytes.left(at) : at;
    }

    private String text(long at, int length) {
        byte[] text = new byte[length];
        bytes.get(at, text, length);
        return new String(text, StandardCharsets.UTF_8);
    }

    /** FNV-1a, then mixed so that keys that differ at their end do not stand together. */
    static long place(byte[] key, long places) {
        long hash = 0xCBF29CE484222325L;
        for (byte each : key) {
            hash = (hash ^ (each & 0xFF)) * 0x100000001B3L;
        }
        hash ^= hash >>> 33;
        hash *= 0xFF51AFD7ED558CCDL;
        hash ^= hash >>> 33;
        return Long.remainderUnsigned(hash, places);
    }
}
