package io.banku.batch;

import io.banku.account.Event;
import io.banku.account.Origin;
import io.banku.account.Origin.FromBatch;
import io.banku.account.RecordedEvent;
import io.banku.feed.BatchReader;
import io.banku.feed.Entry;
import io.banku.feed.Reject;
import io.banku.feed.Sink;
import io.banku.record.FramingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Pass 2: a batch as chunks, from the first record that is not in the log yet. Reads one record ahead, so that the last
 * chunk knows that it is the last. One thread.
 */
final class Chunks implements ChunkSource, Sink {
    /** A record may make many events; a transaction of all of them would hide the log behind it for long. */
    private static final int MOST_EVENTS = 10_000;

    /** Of its records: all of a chunk is in memory at once, rejects in hex. */
    private static final long MOST_BYTES = 16L << 20;

    private final Batch batch;
    private final BatchReader reader;
    private final ChunkSize size;
    private final Clock clock;
    private List<RecordedEvent> events;
    private List<KeptEntry> entries;
    private List<Reject> rejects;
    private long bytes;
    private Instant time;
    private Origin origin;
    private boolean more;
    private boolean given;

    Chunks(Batch batch, BatchReader reader, ChunkSize size, Clock clock) {
        this.batch = batch;
        this.reader = reader;
        this.size = size;
        this.clock = clock;
    }

    /** Reads over what is in the log already: the header's values are needed, its events are not. */
    Chunks skipTo(long done) throws IOException, FramingException {
        while (reader.recordNumber() < done && reader.next(Sink.NOWHERE)) {
            continue;
        }
        startChunk();
        more = advance();
        return this;
    }

    @Override
    public boolean hasNext() {
        return more || !given;
    }

    @Override
    public Chunk next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        given = true;
        long end = reader.recordNumber() + size.records() - 1;
        while (more && reader.recordNumber() < end && events.size() < MOST_EVENTS && bytes < MOST_BYTES) {
            more = advance();
        }
        return more ? cut() : new Chunk(events, entries, rejects, reader.recordNumber(), true);
    }

    /** The record in hand is this chunk's; the next one, read to know whether there is one, begins the next chunk. */
    private Chunk cut() {
        List<RecordedEvent> chunkEvents = events;
        List<KeptEntry> chunkEntries = entries;
        List<Reject> chunkRejects = rejects;
        long done = reader.recordNumber();
        startChunk();
        more = advance();
        return new Chunk(chunkEvents, chunkEntries, chunkRejects, done, !more);
    }

    private void startChunk() {
        events = new ArrayList<>(size.records());
        entries = new ArrayList<>(0);
        rejects = new ArrayList<>(0);
        bytes = 0;
        time = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        origin = null;
    }

    /** The record in hand is in no chunk yet: one that the check did not see keeps back the chunk before it, too. */
    private boolean advance() {
        try {
            origin = null;
            boolean isRecord = reader.next(this);
            bytes += isRecord ? reader.length() : 0;
            long checked = batch.counts().read();
            if (isRecord ? reader.recordNumber() > checked : reader.recordNumber() != checked) {
                throw NotAsStagedException.changed("expected the " + checked
                        + " records that the check had read, found " + (isRecord ? "more" : reader.recordNumber())
                        + "; nothing that was not checked is published");
            }
            return isRecord;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (FramingException changed) {
            throw NotAsStagedException.changed("expected the records that the check had read, found at byte "
                    + changed.fileOffset() + ": " + changed.getMessage());
        }
    }

    @Override
    public void event(Event event, int index) {
        if (origin == null) {
            origin = new FromBatch(batch.feed(), batch.id(), reader.recordNumber());
        }
        String id = batch.id() + "/" + reader.recordNumber() + "/" + index;
        events.add(new RecordedEvent(id, event, origin, time));
    }

    @Override
    public void entry(Entry entry) {
        entries.add(new KeptEntry(entry.key(), entry.value(), reader.recordNumber()));
    }

    @Override
    public void rejected(Reject reject) {
        rejects.add(reject);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
