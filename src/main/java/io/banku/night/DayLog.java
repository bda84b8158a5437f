package io.banku.night;

import io.banku.batch.NightNotes;
import io.banku.log.AppendFailedException;
import io.banku.log.CloudEvent;
import io.banku.log.EventLog;
import io.banku.log.KnownTopics;
import io.banku.log.LogConnection;
import io.banku.log.LogTopic;

/**
 * The one hand that writes on {@code banku.days}: all of it goes through one transactional id, so that a successor fences its
 * predecessor, and nothing of anybody is left open there when it is opened. One thread.
 */
final class DayLog implements AutoCloseable {
    /** As those of feeds, so that no further right is needed; no feed has an underscore in its name. */
    private static final String ID = "ingest-_nights";

    private final EventLog log;
    private final KnownTopics topics;

    private DayLog(EventLog log, KnownTopics topics) {
        this.log = log;
        this.topics = topics;
    }

    /** @throws io.banku.log.LogUnavailableException when Kafka does not answer */
    static DayLog open(LogConnection connection, KnownTopics topics) {
        return new DayLog(EventLog.open(connection, ID, topics), topics);
    }

    /** Returns when it is there for ever. */
    void write(DayEvent event) throws AppendFailedException {
        log.begin();
        append(event);
        log.commit();
    }

    /** As {@link #write}, without an end. */
    void append(DayEvent event) throws AppendFailedException {
        CloudEvent attributes = new CloudEvent(
                event.id(),
                event.type(),
                "/nights/" + event.night(),
                event.date().toString(),
                event.at());
        String key = event.night() + "/" + event.date();
        int partition = EventLog.partition(key, topics.partitions());
        log.append(LogTopic.DAYS, partition, key, NightFormat.write(event), attributes.headers());
    }

    void begin() throws AppendFailedException {
        log.begin();
    }

    /** What a set consists of from now on; null where there is none any more. */
    void learn(String night, NightSet set) throws AppendFailedException {
        log.begin();
        log.append(
                LogTopic.BATCHES,
                EventLog.partition(NightNotes.PLACE, topics.partitions()),
                NightNotes.key(night),
                set == null ? null : NightFormat.write(set));
        log.commit();
    }

    @Override
    public void close() {
        log.close();
    }
}
