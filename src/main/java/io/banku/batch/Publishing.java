package io.banku.batch;

import io.banku.batch.Batch.Durations;
import io.banku.feed.BatchInput;
import io.banku.feed.Pass;
import io.banku.record.FramingException;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.Iterator;

/** Pass 2 of a batch: its chunks that are not in the log yet, and what the batch is after each. One thread. */
final class Publishing implements Closeable {
    private final Ingest ingest;
    private final VerifiedBytes bytes;
    private final ChunkSize size;
    private final ReadAhead chunks;
    /** What it is when it is sealed; null unless it is a reference. */
    private final Long version;

    private long chunkStarted;

    private Publishing(Ingest ingest, VerifiedBytes bytes, ChunkSize size, ReadAhead chunks, Long version) {
        this.version = version;
        this.ingest = ingest;
        this.bytes = bytes;
        this.size = size;
        this.chunks = chunks;
        this.chunkStarted = System.nanoTime();
    }

    static Publishing of(Batch batch, StagedFolder folder, BatchInput input, Ingest ingest, Ledger ledger)
            throws IOException, FramingException {
        VerifiedBytes bytes = folder.verified();
        ChunkSize size =
                new ChunkSize(ingest.chunking().records(), ingest.chunking().time());
        Chunks chunks = new Chunks(batch, folder.read(input, bytes, Pass.PUBLISH), size, ingest.clock());
        try {
            chunks.skipTo(batch.done());
            if (!folder.definition().isReference()) {
                return new Publishing(ingest, bytes, size, ReadAhead.of(chunks), null);
            }
            Batch before = ledger.known().newestVersion().orElse(null);
            ChunkSource all = new ReferenceChunks(chunks, ledger.references(), batch, before);
            return new Publishing(ingest, bytes, size, ReadAhead.of(all), before == null ? 1L : before.version() + 1);
        } catch (IOException | FramingException | RuntimeException failed) {
            chunks.close();
            throw failed;
        }
    }

    Iterator<Chunk> chunks() {
        return chunks;
    }

    /** The snapshot to be written together with the chunk. */
    Batch after(Batch batch, Chunk chunk) {
        if (chunk.last()) {
            requireStagedFile();
        }
        long millis = (System.nanoTime() - chunkStarted) / 1_000_000;
        return batch.change()
                .to(
                        chunk.last() ? BatchState.SEALED : BatchState.PUBLISHING,
                        ingest.clock().instant(),
                        null)
                .done(chunk.done())
                .version(chunk.last() ? version : null)
                .took(new Durations(
                        batch.durations().checking(), batch.durations().publishing() + millis))
                .snapshot();
    }

    private void requireStagedFile() {
        try {
            bytes.requireAllReadAndUnchanged();
        } catch (NoSuchFileException gone) {
            throw NotAsStagedException.missing("expected the staged file until all of it is published, found none: "
                    + gone.getMessage() + "; put it back, then release, or deliver the same file again");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The transaction of so many records lasted from then to now. */
    void wrote(long records, long began) {
        size.took((int) records, System.nanoTime() - began);
        chunkStarted = began;
    }

    @Override
    public void close() throws IOException {
        chunks.close();
    }
}
