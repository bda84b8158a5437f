package io.banku.batch;

import io.banku.feed.Repeats;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Which records of a batch repeat which: a line for each, {@code 1042 12 9f2c…} for record 1042, whose key record 12 of batch
 * 9f2c… had, in the order of the records. Read once, from its beginning to its end. One thread.
 */
final class RepeatsFile implements Repeats, Closeable {
    static final int WIDTH = Long.BYTES + Integer.BYTES + Long.BYTES;

    private final BufferedReader in;
    private final FeedLedger known;
    private long record;
    private String first;

    private RepeatsFile(BufferedReader in, FeedLedger known) {
        this.in = in;
        this.known = known;
    }

    /** @param batch the place of the first one's batch among those that are asked, oldest first */
    static byte[] entry(long record, int batch, long first) {
        return ByteBuffer.allocate(WIDTH)
                .putLong(record)
                .putInt(batch)
                .putLong(first)
                .array();
    }

    /** @param batches ids by their place */
    static void write(Path file, SortedEntries repeats, List<String> batches) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (BufferedWriter out = Files.newBufferedWriter(part)) {
            long[] last = {0};
            repeats.forEach(entry -> {
                ByteBuffer fields = ByteBuffer.wrap(entry);
                long record = fields.getLong();
                String batch = batches.get(fields.getInt());
                if (record != last[0]) {
                    out.write(record + " " + fields.getLong() + " " + batch + "\n");
                    last[0] = record;
                }
            });
        }
        Directories.inPlace(part, file);
    }

    static RepeatsFile open(Path file, FeedLedger known) throws IOException {
        RepeatsFile repeats = new RepeatsFile(Files.newBufferedReader(file), known);
        repeats.advance();
        return repeats;
    }

    @Override
    public String first(long asked) {
        try {
            while (record < asked) {
                advance();
            }
            return record == asked ? first : null;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void advance() throws IOException {
        String line = in.readLine();
        if (line == null) {
            record = Long.MAX_VALUE;
            return;
        }
        String[] words = line.split(" ");
        record = Long.parseLong(words[0]);
        String file = known.batch(words[2]).map(Batch::file).orElse("a file that is not known any more");
        first = "record " + words[1] + " of " + file + " (batch " + words[2].substring(0, 12) + ")";
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
