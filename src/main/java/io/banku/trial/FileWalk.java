package io.banku.trial;

import io.banku.account.Event;
import io.banku.feed.BatchInput;
import io.banku.feed.BatchReader;
import io.banku.feed.Entry;
import io.banku.feed.Feed;
import io.banku.feed.Pass;
import io.banku.feed.Reject;
import io.banku.feed.Sink;
import io.banku.log.EventJson;
import io.banku.record.FramingException;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file record by record: of each the lines that it becomes. One thread; its memory does not grow with the file. */
public final class FileWalk implements Closeable {
    private final BatchReader reader;
    private final EventJson json = new EventJson();
    private final List<Event> events = new ArrayList<>();
    private Entry entry;
    private Reject reject;
    private FramingException end;
    private long number;

    public FileWalk(BatchReader reader) {
        this.reader = reader;
    }

    /** Of a whole file. */
    static FileWalk of(Feed feed, BatchInput batch, Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
        try {
            return new FileWalk(feed.read(batch, bytes, Pass.PUBLISH));
        } catch (RuntimeException failed) {
            bytes.close();
            throw failed;
        }
    }

    private final Sink sink = new Sink() {
        @Override
        public void event(Event event, int index) {
            events.add(event);
        }

        @Override
        public void entry(Entry made) {
            entry = made;
        }

        @Override
        public void rejected(Reject rejected) {
            reject = rejected;
        }
    };

    /**
     * Goes to the next record. Where the rest of the file does not fall into records, that is the last one.
     *
     * @return false behind the last one
     */
    public boolean next() throws IOException {
        events.clear();
        entry = null;
        reject = null;
        if (end != null) {
            return false;
        }
        try {
            boolean isThere = reader.next(sink);
            number = reader.recordNumber();
            return isThere;
        } catch (FramingException notRecords) {
            end = notRecords;
            number = reader.recordNumber() + 1;
            return true;
        }
    }

    /** Of the record gone to, from 1. */
    public long number() {
        return number;
    }

    /** The rule that it matched, or null. */
    public String rule() {
        return end == null ? reader.rule() : null;
    }

    /** Why the rest of the file is no records; empty as long as it is. */
    public Optional<FramingException> end() {
        return Optional.ofNullable(end);
    }

    /** Of the record gone to. */
    public List<Event> events() {
        return List.copyOf(events);
    }

    /** Of the record gone to, in a feed that is a reference. */
    public Optional<Entry> entry() {
        return Optional.ofNullable(entry);
    }

    /** Of the record gone to, if it is one. */
    public Optional<Reject> reject() {
        return Optional.ofNullable(reject);
    }

    public BatchReader reader() {
        return reader;
    }

    /** Events, or a reject, or that there are no more records; empty for records that are skipped. */
    public List<Line> lines() {
        if (end != null) {
            return List.of(Line.unreadable(number, end.code()));
        }
        if (reject != null) {
            return List.of(Line.of(reject));
        }
        if (entry != null) {
            return List.of(Line.of(number, entry));
        }
        return events.stream().map(this::line).toList();
    }

    private Line line(Event event) {
        try {
            return Line.of(number, event, json);
        } catch (IOException ownJson) {
            throw new UncheckedIOException(ownJson);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
