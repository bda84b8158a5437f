package io.banku.reference;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes an {@link EntryFile}: the entries one after the other, then the table. Of a key that comes again the first entry
 * counts. Its memory does not grow with them. One thread.
 */
public final class EntryFileWriter implements Closeable {
    private final FileChannel file;
    private final DataOutputStream out;
    private final int window;
    private long at;
    private long written;

    private EntryFileWriter(FileChannel file, int window) throws IOException {
        this.file = file;
        this.window = window;
        this.out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16));
        pad(EntryFile.HEAD);
    }

    /** @param file is made anew; whoever asks for it gives it its name when it is finished */
    public static EntryFileWriter to(Path file) throws IOException {
        return to(file, EntryFile.WINDOW);
    }

    static EntryFileWriter to(Path file, int window) throws IOException {
        FileChannel channel = FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        return new EntryFileWriter(channel, window);
    }

    /** @param key not empty; together with the value far shorter than a window */
    public void add(String key, String value) throws IOException {
        byte[] one = key.getBytes(StandardCharsets.UTF_8);
        byte[] other = value.getBytes(StandardCharsets.UTF_8);
        int length = EntryFile.LENGTHS + one.length + other.length;
        long left = window - at % window;
        if (one.length == 0 || length > window) {
            throw new IllegalArgumentException("expected a key, and an entry of at most " + window
                    + " bytes, found one of " + length + " with a key of " + one.length);
        }
        if (length > left) {
            pad(left);
        }
        out.writeInt(one.length);
        out.writeInt(other.length);
        out.write(one);
        out.write(other);
        at += length;
        written++;
    }

    private void pad(long bytes) throws IOException {
        out.write(new byte[(int) bytes]);
        at += bytes;
    }

    /** Nothing is added any more; what is written is on the disk. */
    public void finish() throws IOException {
        pad(-at & (Long.BYTES - 1));
        out.flush();
        long table = at;
        long places = Math.max(2, written * 2);
        long end = table + places * Long.BYTES;
        Windows bytes = Windows.of(file, MapMode.READ_WRITE, end + Long.BYTES, window);
        long entries = fill(bytes, table, places);
        ByteBuffer head = ByteBuffer.allocate(EntryFile.HEAD);
        head.putLong(EntryFile.MAGIC)
                .putLong(entries)
                .putLong(table)
                .putLong(places)
                .putLong(window);
        for (int i = 0; i < EntryFile.HEAD; i += Long.BYTES) {
            bytes.putLong(i, head.getLong(i));
        }
        bytes.putLong(end, EntryFile.sum(bytes));
        file.force(true);
    }

    /** @return how many stand in the table, each key once */
    private long fill(Windows bytes, long table, long places) {
        long from = EntryFile.HEAD;
        long entries = 0;
        for (long i = 0; i < written; i++) {
            from = EntryFile.skipRest(bytes, from);
            byte[] key = new byte[bytes.getInt(from)];
            bytes.get(from + EntryFile.LENGTHS, key, key.length);
            entries += put(bytes, table, places, from, key) ? 1 : 0;
            from += EntryFile.LENGTHS + key.length + bytes.getInt(from + Integer.BYTES);
        }
        return entries;
    }

    private static boolean put(Windows bytes, long table, long places, long from, byte[] key) {
        long place = EntryFile.place(key, places);
        for (long other = at(bytes, table, place); other != 0; other = at(bytes, table, place)) {
            if (bytes.getInt(other) == key.length && bytes.holds(other + EntryFile.LENGTHS, key)) {
                return false;
            }
            place = (place + 1) % places;
        }
        bytes.putLong(table + place * Long.BYTES, from);
        return true;
    }

    private static long at(Windows bytes, long table, long place) {
        return bytes.getLong(table + place * Long.BYTES);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
