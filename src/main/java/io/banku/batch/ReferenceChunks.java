package io.banku.batch;

import io.banku.reference.EntryFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The chunks of a reference, and behind them what is gone: the keys of the version before it that it has not. Written again
 * after a crash, they say the same again. One thread at a time.
 */
final class ReferenceChunks implements ChunkSource {
    private static final int MOST_KEYS = 10_000;

    private final ChunkSource records;
    private final References references;
    private final Batch batch;
    private final Batch before;
    /** As far as they were not written yet; null before the last record. */
    private Gone gone;

    private long done;

    /** @param before the version that it replaces, or null */
    ReferenceChunks(ChunkSource records, References references, Batch batch, Batch before) {
        this.records = records;
        this.references = references;
        this.batch = batch;
        this.before = before;
    }

    @Override
    public boolean hasNext() {
        return records.hasNext() || gone != null && gone.hasNext();
    }

    @Override
    public Chunk next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return gone == null
                ? withRecords(records.next())
                : new Chunk(List.of(), gone.some(), List.of(), done, !gone.hasNext());
    }

    private Chunk withRecords(Chunk chunk) {
        if (!chunk.last()) {
            return chunk;
        }
        try {
            gone = new Gone(
                    before == null
                            ? Collections.emptyIterator()
                            : references.entries(before).keys(),
                    references.entriesAnew(batch));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        done = chunk.done();
        return new Chunk(chunk.events(), chunk.entries(), chunk.rejects(), done, !gone.hasNext());
    }

    /** The keys that were there, and are not now; as many of them at once as go into a chunk. */
    private static final class Gone {
        private final Iterator<String> before;
        private final EntryFile now;
        private String next;

        Gone(Iterator<String> before, EntryFile now) {
            this.before = before;
            this.now = now;
            step();
        }

        private void step() {
            next = null;
            while (next == null && before.hasNext()) {
                String key = before.next();
                next = now.find(key) == null ? key : null;
            }
        }

        boolean hasNext() {
            return next != null;
        }

        List<KeptEntry> some() {
            List<KeptEntry> some = new ArrayList<>();
            while (next != null && some.size() < MOST_KEYS) {
                some.add(KeptEntry.gone(next));
                step();
            }
            return some;
        }
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
