package io.banku.audit;

import io.banku.log.LogConnection;
import io.banku.log.LogTopic;
import io.banku.log.RawRecord;
import io.banku.log.TopicFollower;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was decided, as it is in {@code banku.audit}: read from its beginning when somebody asks for the first time, followed
 * since, and kept in memory, some 500 bytes each. Shared by threads.
 */
public final class AuditTrail implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);

    private final LogConnection connection;
    private final ConcurrentSkipListMap<Place, AuditEntry> entries = new ConcurrentSkipListMap<>();
    private TopicFollower follower;

    /** The order of the list: what was decided last comes first. Where it lies in the log makes no two the same. */
    public record Place(Instant at, int partition, long offset) implements Comparable<Place> {
        private static final Comparator<Place> ORDER = Comparator.comparing(Place::at)
                .reversed()
                .thenComparingInt(Place::partition)
                .thenComparing(Comparator.comparingLong(Place::offset).reversed());

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }

        @Override
        public String toString() {
            return at + " " + partition + " " + offset;
        }

        /** What {@link #toString} has written. */
        public static Place parse(String text) {
            String[] parts = text.split(" ", 3);
            return new Place(Instant.parse(parts[0]), Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
        }
    }

    /** @param next where the next page begins, or null when this is the last one */
    public record Page(List<AuditEntry> entries, Place next) {}

    public AuditTrail(LogConnection connection) {
        this.connection = connection;
    }

    /**
     * What is in the topic at the time of the call.
     *
     * @param from where the page begins, or null for the first one
     * @throws io.banku.log.LogUnavailableException when Kafka does not answer
     */
    public Page page(Predicate<AuditEntry> wanted, Place from, int most) {
        follower().awaitEnd();
        var found = (from == null ? entries : entries.tailMap(from, true))
                .entrySet().stream()
                        .filter(entry -> wanted.test(entry.getValue()))
                        .limit(most + 1L)
                        .toList();
        return new Page(
                found.stream().limit(most).map(entry -> entry.getValue()).toList(),
                found.size() <= most ? null : found.get(most).getKey());
    }

    private synchronized TopicFollower follower() {
        if (follower == null) {
            follower = TopicFollower.start(connection, LogTopic.AUDIT, this::follow);
        }
        return follower;
    }

    private void follow(RawRecord record) {
        try {
            AuditEntry entry = AuditEntry.read(record.value());
            entries.put(new Place(entry.at(), record.partition(), record.offset()), entry);
        } catch (IOException unreadable) {
            LOG.error(
                    "BNK-5069 partition {} offset {} of banku.audit: expected a decision as JSON, found: {}; it is not"
                            + " listed. Who wrote it?",
                    record.partition(),
                    record.offset(),
                    unreadable.getMessage());
        }
    }

    @Override
    public synchronized void close() {
        if (follower != null) {
            follower.close();
        }
    }
}
