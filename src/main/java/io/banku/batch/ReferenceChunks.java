package io.banku.batch;

import io.banku.reference.EntryFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
    private final Deque<Chunk> behind = new ArrayDeque<>();

    /** @param before the version that it replaces, or null */
    ReferenceChunks(ChunkSource records, References references, Batch batch, Batch before) {
        this.records = records;
        this.references = references;
        this.batch = batch;
        this.before = before;
    }

    @Override
    public boolean hasNext() {
        return records.hasNext() || !behind.isEmpty();
    }

    @Override
    public Chunk next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (!behind.isEmpty()) {
            return behind.remove();
        }
        Chunk chunk = records.next();
        if (!chunk.last()) {
            return chunk;
        }
        try {
            return withGone(chunk);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Chunk withGone(Chunk last) throws IOException {
        EntryFile now = references.entriesAnew(batch);
        List<KeptEntry> gone = new ArrayList<>();
        if (before != null) {
            references.entries(before).forEach((key, value) -> {
                if (now.find(key) == null) {
                    gone.add(KeptEntry.gone(key));
                }
            });
        }
        if (gone.isEmpty()) {
            return last;
        }
        for (int from = 0; from < gone.size(); from += MOST_KEYS) {
            int to = Math.min(gone.size(), from + MOST_KEYS);
            behind.add(new Chunk(List.of(), gone.subList(from, to), List.of(), last.done(), to == gone.size()));
        }
        return new Chunk(last.events(), last.entries(), last.rejects(), last.done(), false);
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
