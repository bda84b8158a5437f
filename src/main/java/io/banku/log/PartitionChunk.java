package io.banku.log;

import io.banku.account.LogEntry;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/**
 * What one poll brought of one partition: the records from {@code expected} (inclusive) up to {@code next} (exclusive).
 * Offsets in between that carry no record are control records. Whoever has applied it says {@link #done}; a chunk that
 * is not done comes again, perhaps cut differently.
 */
public final class PartitionChunk {
    private final TopicPartition source;
    private final long expected;
    private final long next;
    private final Optional<Integer> expectedEpoch;
    private final Optional<Integer> epoch;
    private final Optional<Place> ahead;
    private final List<ConsumerRecord<Object, Object>> records;
    private final ChunkContent content;
    private volatile boolean done;

    PartitionChunk(
            TopicPartition source,
            Place expected,
            OffsetAndMetadata next,
            Optional<Place> ahead,
            List<ConsumerRecord<Object, Object>> records,
            ChunkContent content) {
        this.source = source;
        this.expected = expected.position();
        this.expectedEpoch = expected.epoch();
        this.next = next.offset();
        this.epoch = next.leaderEpoch();
        this.ahead = ahead;
        this.records = records;
        this.content = content;
    }

    public int partition() {
        return source.partition();
    }

    /** The position before it. */
    public long expected() {
        return expected;
    }

    /** The position after it. */
    public long next() {
        return next;
    }

    /** The leader epoch of the last record before {@link #expected}, where it is known. */
    public Optional<Integer> expectedEpoch() {
        return expectedEpoch;
    }

    /** The leader epoch of the last record before {@link #next}, where Kafka said it. */
    public Optional<Integer> epoch() {
        return epoch;
    }

    /** How far the store had taken records of it before it was interrupted: the log has them still. */
    public Optional<Place> ahead() {
        return ahead;
    }

    public int size() {
        return records.size();
    }

    /**
     * The records as entries about accounts, without the texts and references of postings, which no balance depends
     * on. Those that concern no account are left out.
     */
    public Iterator<LogEntry> entries() {
        return new Entries(records.iterator(), content);
    }

    private static final class Entries implements Iterator<LogEntry> {
        private final Iterator<ConsumerRecord<Object, Object>> records;
        private final ChunkContent content;
        private LogEntry next;

        Entries(Iterator<ConsumerRecord<Object, Object>> records, ChunkContent content) {
            this.records = records;
            this.content = content;
            advance();
        }

        private void advance() {
            next = null;
            while (next == null && records.hasNext()) {
                next = content.entry().apply(records.next());
            }
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public LogEntry next() {
            if (next == null) {
                throw new NoSuchElementException();
            }
            LogEntry entry = next;
            advance();
            return entry;
        }
    }

    /** The records as they are: key, value, offset. */
    public List<RawRecord> raw() {
        return records.stream().map(RawRecord::of).toList();
    }

    /** It is applied, or was applied before: the store's position is {@link #next} or beyond. */
    public void done() {
        done = true;
    }

    boolean isDone() {
        return done;
    }

    TopicPartition source() {
        return source;
    }

    /** The one record that a poll returns for all of these. */
    ConsumerRecord<Object, Object> asRecord() {
        return new ConsumerRecord<>(
                source.topic(),
                source.partition(),
                next - 1,
                ConsumerRecord.NO_TIMESTAMP,
                TimestampType.NO_TIMESTAMP_TYPE,
                0,
                0,
                null,
                this,
                new RecordHeaders(),
                Optional.empty());
    }

    /** Short, as it ends up in log lines. */
    @Override
    public String toString() {
        return source + "[" + expected + ".." + next + ")";
    }
}
