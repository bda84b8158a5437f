package io.banku.batch;

import io.banku.account.Event;
import io.banku.feed.BatchInput;
import io.banku.feed.BatchReader;
import io.banku.feed.BatchReader.Outcome;
import io.banku.feed.Corrections;
import io.banku.feed.Entry;
import io.banku.feed.Feed;
import io.banku.feed.FileName;
import io.banku.feed.Numbering;
import io.banku.feed.Pass;
import io.banku.feed.Reject;
import io.banku.feed.Repeats;
import io.banku.feed.Sink;
import io.banku.feed.expression.Lookups;
import io.banku.record.Frame;
import io.banku.record.FramingException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;

/** Single records of batches as they lie in their files, and what they would be with other values. Shared by threads. */
public final class Rejects {
    private final LedgerIndex ledger;
    private final Directories directories;
    private final References references;

    public Rejects(LedgerIndex ledger, Directories directories) {
        this.references = new References(directories, ledger);
        this.ledger = ledger;
        this.directories = directories;
    }

    /**
     * One record of a batch.
     *
     * @param original as it lies in the file; not to be changed
     * @param bytes as it is read; not to be changed
     * @param rule that it matches, or null
     * @param reject null where it is none
     */
    public record Seen(
            Feed feed,
            long record,
            long fileOffset,
            byte[] original,
            byte[] bytes,
            Outcome outcome,
            String rule,
            List<Event> events,
            Reject reject) {}

    /** Other bytes for the record that is looked at. */
    private interface Change {
        /** @throws IllegalArgumentException when it cannot be */
        byte[] of(Feed feed, byte[] record);
    }

    /**
     * As the batch's last check read it, so without what was corrected since.
     *
     * @throws NoSuchElementException when the batch has no such record
     * @throws NoSuchFileException when the batch's folder is not here
     */
    public Seen asChecked(Batch batch, long record) throws IOException {
        return see(batch, record, ledger.applied(batch), Versions.ITS_OWN, (feed, bytes) -> bytes);
    }

    /** As the mainframe sent it, also where the batch's last check read it with a correction. */
    public Seen asSent(Batch batch, long record) throws IOException {
        Map<Long, byte[]> others = ledger.applied(batch);
        others.remove(record);
        return see(batch, record, others, Versions.ITS_OWN, (feed, bytes) -> bytes);
    }

    /** With all that was corrected since, too. */
    public Seen asCorrected(Batch batch, long record) throws IOException {
        return see(batch, record, ledger.corrections(batch), Versions.NEWEST, (feed, bytes) -> bytes);
    }

    /**
     * As {@link #asCorrected}, with these values in its fields.
     *
     * @throws IllegalArgumentException when a name is unknown, a value does not fit, or the record has no such field
     */
    public Seen with(Batch batch, long record, Map<String, String> values) throws IOException {
        return see(batch, record, ledger.corrections(batch), Versions.NEWEST, (feed, bytes) -> {
            Frame frame = new Frame();
            frame.bytes = bytes;
            frame.length = bytes.length;
            return feed.changed(frame, values);
        });
    }

    /** In which versions of references it is looked up. */
    private enum Versions {
        ITS_OWN,
        /** As it is when it is released or resubmitted now. */
        NEWEST
    }

    private Seen see(Batch batch, long record, Map<Long, byte[]> corrections, Versions versions, Change change)
            throws IOException {
        Path folder = directories
                .found(batch)
                .orElseThrow(
                        () -> new NoSuchFileException(directories.folder(batch).toString()));
        StagedFolder staged = new StagedFolder(folder, batch);
        try {
            Feed feed = staged.definition();
            Map<String, String> pins = new TreeMap<>(batch.references());
            if (versions == Versions.NEWEST) {
                pins.putAll(references.newest(feed));
            }
            Lookups lookups = references.in(pins);
            return staged.use(file -> new Walk(feed, record, corrections, lookups, change).to(batch, file));
        } catch (NotAsStagedException changed) {
            throw new NoSuchFileException(changed.getMessage());
        }
    }

    /** Reads up to the record: those before it may carry what it needs. */
    private static final class Walk implements Sink {
        private final Feed feed;
        private final long record;
        private final Map<Long, byte[]> others;
        private final Lookups lookups;
        private final Change change;
        private final List<Event> events = new ArrayList<>();
        private Reject reject;
        private byte[] original;
        private byte[] bytes;

        Walk(Feed feed, long record, Map<Long, byte[]> others, Lookups lookups, Change change) {
            this.lookups = lookups;
            this.feed = feed;
            this.record = record;
            this.others = others;
            this.change = change;
        }

        Seen to(Batch batch, Path file) throws IOException {
            FileName name = feed.files().match(batch.file()).orElseThrow();
            BatchInput input = new BatchInput(name, Numbering.NONE, Repeats.NONE, corrections(), lookups);
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                    BatchReader reader = feed.read(input, in, Pass.PUBLISH)) {
                while (reader.recordNumber() < record
                        && reader.next(reader.recordNumber() + 1 == record ? this : NOWHERE)) {
                    continue;
                }
                if (original == null) {
                    throw none("the end of the file after record " + reader.recordNumber());
                }
                return new Seen(
                        feed,
                        record,
                        reader.fileOffset(),
                        original,
                        bytes,
                        reader.outcome(),
                        reader.rule(),
                        List.copyOf(events),
                        reject);
            } catch (FramingException noRecords) {
                throw none("that the file does not fall into records from byte " + noRecords.fileOffset() + " on: "
                        + noRecords.getMessage());
            }
        }

        private Corrections corrections() {
            return frame -> frame.number == record ? changed(frame) : others.get(frame.number);
        }

        private NoSuchElementException none(String found) {
            return new NoSuchElementException("expected record " + record + ", found " + found);
        }

        private byte[] changed(Frame frame) {
            original = Arrays.copyOfRange(frame.bytes, frame.start, frame.start + frame.length);
            bytes = change.of(feed, others.getOrDefault(record, original));
            return bytes;
        }

        @Override
        public void event(Event event, int index) {
            events.add(event);
        }

        @Override
        public void entry(Entry entry) {
            // nobody asks for it of a reject
        }

        @Override
        public void rejected(Reject rejected) {
            reject = rejected;
        }
    }
}
