package io.banku.night;

import io.banku.log.LogConnection;
import io.banku.log.LogTopic;
import io.banku.log.RawRecord;
import io.banku.log.TopicFollower;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The events of {@code banku.days}, read once from the first one, followed since. Shared by threads. */
final class Days implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Days.class);

    private final Map<String, List<DayEvent>> events = new TreeMap<>();
    /** Keys of dates of which a record cannot be read: nothing is written of them. */
    private final Set<String> unreadable = ConcurrentHashMap.newKeySet();

    private final AtomicLong changes = new AtomicLong();
    private final TopicFollower follower;

    private Days(LogConnection connection) {
        follower = TopicFollower.start(connection, LogTopic.DAYS, this::put);
    }

    static Days follow(LogConnection connection) {
        return new Days(connection);
    }

    private synchronized void put(RawRecord entry) {
        if (entry.key() == null || entry.value() == null) {
            return;
        }
        NightFormat.event(entry.value())
                .ifPresentOrElse(
                        event -> events.computeIfAbsent(entry.key(), key -> new ArrayList<>(1))
                                .add(event),
                        () -> refuse(entry));
        changes.incrementAndGet();
    }

    private void refuse(RawRecord entry) {
        unreadable.add(entry.key());
        LOG.error(
                "BNK-5071 banku.days partition {} offset {}: expected an event of a business date, found what cannot be read;"
                        + " nothing is written of {}. Did a later version write it? Run that one",
                entry.partition(),
                entry.offset(),
                entry.key());
    }

    /** In the order in which they were written; none where the date is not closed. */
    synchronized List<DayEvent> of(String night, Object date) {
        return List.copyOf(events.getOrDefault(night + "/" + date, List.of()));
    }

    /** The last ones of all dates that are closed. */
    synchronized List<DayEvent> last() {
        return events.values().stream().map(all -> all.get(all.size() - 1)).toList();
    }

    boolean isUnreadable(String night, Object date) {
        return unreadable.contains(night + "/" + date);
    }

    long changes() {
        return changes.get();
    }

    /** @throws io.banku.log.LogUnavailableException when Kafka does not answer */
    void awaitEnd() {
        follower.awaitEnd();
    }

    @Override
    public void close() {
        follower.close();
    }
}
