package io.banku.batch;

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
                if (!entries.endsWhole()) {
                    throw new IOException("expected the keys as they were just written to " + all + ", found others");
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

    /** Told of two entries with one key. */
    interface Same {
        void are(byte[] mine, byte[] theirs) throws IOException;
    }

    /**
     * Reads two files beside each other, each once.
     *
     * @return whether theirs is there, with the sum that it was written with: else nothing that was told is to be believed
     */
    static boolean compare(Path mine, Path theirs, Same same) throws IOException {
        if (Files.notExists(theirs)) {
            return false;
        }
        try (Reader here = new Reader(mine);
                Reader there = new Reader(theirs)) {
            byte[] one = here.next();
            byte[] other = there.next();
            while (one != null && other != null) {
                int order = compareKeys(one, other);
                if (order == 0) {
                    same.are(one, other);
                }
                one = order <= 0 ? here.next() : one;
                other = order >= 0 ? there.next() : other;
            }
            return there.endsWhole();
        }
    }

    /** Its entries, one after the other, and whether they are what was written. */
    private static final class Reader implements Closeable {
        private final InputStream in;
        private final CRC32C sum = new CRC32C();
        private final byte[] block = new byte[WIDTH * 1_600];
        private final boolean isEven;
        private long left;
        private int at;
        private int end;

        private Reader(Path file) throws IOException {
            long size = Files.size(file);
            isEven = size % WIDTH == Long.BYTES;
            left = isEven ? size - Long.BYTES : 0;
            in = Files.newInputStream(file);
        }

        /** Null at the end. */
        byte[] next() throws IOException {
            if (at == end && !nextBlock()) {
                return null;
            }
            at += WIDTH;
            return Arrays.copyOfRange(block, at - WIDTH, at);
        }

        private boolean nextBlock() throws IOException {
            at = 0;
            end = in.readNBytes(block, 0, (int) Math.min(block.length, left));
            sum.update(block, 0, end);
            left -= end;
            end -= end % WIDTH; // somebody has cut it meanwhile: then the sum is missing, too
            return end > 0;
        }

        /** Reads what is left of it. */
        boolean endsWhole() throws IOException {
            while (left > 0 && nextBlock()) {
                continue;
            }
            byte[] written = in.readNBytes(Long.BYTES);
            return isEven
                    && left == 0
                    && written.length == Long.BYTES
                    && ByteBuffer.wrap(written).getLong() == sum.getValue();
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
