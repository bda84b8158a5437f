package io.banku.batch;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Chunks of which the next is read and mapped, by a thread of its own, while the one before is being committed. What the
 * reading finds wrong is thrown where the chunk would have been given. One thread uses it.
 */
final class ReadAhead implements Iterator<Chunk>, Closeable {
    private final ChunkSource chunks;
    private final ExecutorService reader;
    private CompletableFuture<Chunk> next;

    private ReadAhead(ChunkSource chunks, ExecutorService reader) {
        this.chunks = chunks;
        this.reader = reader;
    }

    static ReadAhead of(ChunkSource chunks) {
        String thread = Thread.currentThread().getName() + "-reads";
        ReadAhead ahead = new ReadAhead(chunks, Executors.newSingleThreadExecutor(task -> {
            Thread named = new Thread(task, thread);
            named.setDaemon(true);
            return named;
        }));
        ahead.readNext();
        return ahead;
    }

    private void readNext() {
        next = chunks.hasNext() ? CompletableFuture.supplyAsync(chunks::next, reader) : null;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    /** A file that is being read cannot be interrupted, so neither is this. */
    @Override
    public Chunk next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        try {
            Chunk read = next.join();
            readNext();
            return read;
        } catch (CompletionException failed) {
            throw found(failed.getCause());
        }
    }

    private static RuntimeException found(Throwable wrong) {
        if (wrong instanceof Error error) {
            throw error;
        }
        return (RuntimeException) wrong;
    }

    /** When no chunk is being read any more: what is wrong with one that nobody took, whoever reads it next finds. */
    @Override
    public void close() throws IOException {
        if (next != null) {
            next.handle((chunk, failure) -> chunk).join();
        }
        reader.shutdown();
        chunks.close();
    }
}
