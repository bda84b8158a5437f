package io.banku.command;

import io.banku.account.LogEntry;
import io.banku.account.RecordedEvent;
import io.banku.log.AppendFailedException;
import io.banku.log.EventLog;
import io.banku.log.KnownTopics;
import io.banku.log.LogConnection;
import io.banku.log.LogEnds;
import io.banku.log.LogTopic;
import io.banku.log.RecentEnds;
import io.banku.log.SentEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/** The event log on Kafka: one fixed transactional id per partition, so that a successor fences its predecessor. */
public final class FencedDecisionLog implements DecisionLog {
    /** The polling thread waits for it, and with it everybody whose partitions it has. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final LogConnection connection;
    private final LogEnds ends;
    private final RecentEnds recentEnds;
    private final KnownTopics topics;
    private final Clock clock;

    public FencedDecisionLog(
            LogConnection connection, LogEnds ends, RecentEnds recentEnds, KnownTopics topics, Clock clock) {
        this.connection = connection;
        this.ends = ends;
        this.recentEnds = recentEnds;
        this.topics = topics;
        this.clock = clock;
    }

    @Override
    public long end(int partition) {
        return ends.end(LogTopic.EVENTS, partition);
    }

    @Override
    public OptionalLong recentEnd(int partition) {
        return recentEnds.end(partition);
    }

    @Override
    public Hand takeOver(int partition) throws AppendFailedException {
        // asked before the marker is appended, so it cannot be a later one than the marker's
        OptionalInt epoch = ends.leaderEpoch(LogTopic.EVENTS, partition);
        EventLog log = EventLog.open(connection, "decider-" + partition, topics, PATIENCE);
        boolean taken = false;
        try {
            log.begin();
            log.appendMarker(partition, "DeciderStarted", UUID.randomUUID().toString(), clock.instant());
            log.commit();
            long marker = offset(log.lastOffset(LogTopic.EVENTS, partition), partition);
            Hand hand = new FencedHand(log, partition, marker, epoch);
            taken = true;
            return hand;
        } finally {
            if (!taken) {
                log.close();
            }
        }
    }

    private static long offset(OptionalLong known, int partition) throws AppendFailedException {
        return known.orElseThrow(() -> new AppendFailedException(
                "expected the offset of the last record of partition " + partition + ", found none", null));
    }

    private record FencedHand(EventLog log, int partition, long marker, OptionalInt epoch) implements Hand {
        @Override
        public List<LogEntry.Readable> append(List<RecordedEvent> decided) throws AppendFailedException {
            log.begin();
            List<SentEvent> sent = new ArrayList<>(decided.size());
            for (RecordedEvent event : decided) {
                sent.add(log.send(event));
            }
            log.commit();
            List<LogEntry.Readable> own = new ArrayList<>(decided.size());
            for (SentEvent event : sent) {
                if (event.partition() == partition) {
                    own.add(event.entry());
                }
            }
            if (own.isEmpty()) {
                throw new AppendFailedException("expected a record of partition " + partition + ", found none", null);
            }
            return own;
        }

        @Override
        public void close() {
            log.close();
        }
    }
}
