package io.banku.batch;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * The keys of one batch's records, sorted: SHA-256 of the key, 32 bytes, then the number of the first record that has it, 8
 * bytes; behind all of them a CRC-32C, 8 bytes. It is whole or not there.
 */
final class KeyFile {
    private static final int HASH = 32;
    static final int WIDTH = HASH + Long.BYTES;

    private KeyFile() {}

    static byte[] entry(String key, long record) {
        byte[] hash = Fingerprint.sha256().digest(key.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(WIDTH).put(hash).putLong(record).array();
    }

    static long record(byte[] entry) {
        return ByteBuffer.wrap(entry, HASH, Long.BYTES).getLong();
    }

    static int compareKeys(byte[] one, byte[] other) {
        return Arrays.compareUnsigned(one, 0, HASH, other, 0, HASH);
    }

    /** Told of two records with one key, the first one second. */
    interface Repeated {
        void by(long record, long first) throws IOException;
    }

    /** @param repeated told of each entry that is left out, as an earlier record has its key */
    static void write(Path file, SortedEntries entries, Repeated repeated) throws IOException {
        byte[][] last = new byte[1][];
        write(
                file,
                taker -> entries.forEach(entry -> {
                    if (last[0] != null && compareKeys(last[0], entry) == 0) {
                        repeated.by(record(entry), record(last[0]));
                    } else {
                        taker.take(entry);
                        last[0] = entry;
                    }
                }));
    }

    /** All the entries of another file but these, of which some may be there twice. */
    static void writeWithout(Path file, Path all, SortedEntries left) throws IOException {
        write(file, taker -> {
            try (Reader entries = new Reader(all)) {
                byte[][] next = {entries.next()};
                left.forEach(out -> {
                    for (; next[0] != null && compareKeys(next[0], out) < 0; next[0] = entries.next()) {
                        taker.take(next[0]);
                    }
                    if (next[0] != null && compareKeys(next[0], out) == 0) {
                        next[0] = entries.next();
                    }
                });
                for (; next[0] != null; next[0] = entries.next()) {
                    taker.take(next[0]);
                }
            }
        });
    }

    private interface Entries {
        void giveTo(SortedEntries.Taker taker) throws IOException;
    }

    private static void write(Path file, Entries entries) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16);
                CheckedOutputStream out = new CheckedOutputStream(bytes, new CRC32C())) {
            entries.giveTo(out::write);
            long sum = out.getChecksum().getValue();
            bytes.write(ByteBuffer.allocate(Long.BYTES).putLong(sum).array());
        }
        Directories.inPlace(part, file);
    }

    /** Is it there, with the sum that it was written with? */
    static boolean isWhole(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) % WIDTH != Long.BYTES) {
            return false;
        }
        byte[] buffer = new byte[WIDTH * 1_000];
        long left = Files.size(file) - Long.BYTES;
        try (CheckedInputStream in = new CheckedInputStream(Files.newInputStream(file), new CRC32C())) {
            while (left > 0) {
                int read = in.readNBytes(buffer, 0, (int) Math.min(buffer.length, left));
                if (read == 0) {
                    return false;
                }
                left -= read;
            }
            long sum = in.getChecksum().getValue();
            return ByteBuffer.wrap(in.readNBytes(Long.BYTES)).getLong() == sum;
        }
    }

    static Reader read(Path file) throws IOException {
        return new Reader(file);
    }

    /** Its entries, one after the other. */
    static final class Reader implements Closeable {
        private final InputStream in;
        private long left;

        private Reader(Path file) throws IOException {
            left = Files.size(file) / WIDTH;
            in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        }

        /** Null at the end. */
        byte[] next() throws IOException {
            return left-- > 0 ? in.readNBytes(WIDTH) : null;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
