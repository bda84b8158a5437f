package io.banku.command;

import io.banku.account.RecordedEvent;
import io.banku.log.AppendFailedException;
import io.banku.log.EventLog;
import io.banku.log.KnownTopics;
import io.banku.log.LogConnection;
import io.banku.log.LogEnds;
import io.banku.log.LogTopic;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The event log on Kafka: one fixed transactional id per partition, so that a successor fences its predecessor. */
public final class FencedDecisionLog implements DecisionLog {
    private final LogConnection connection;
    private final LogEnds ends;
    private final KnownTopics topics;
    private final Clock clock;

    public FencedDecisionLog(LogConnection connection, LogEnds ends, KnownTopics topics, Clock clock) {
        this.connection = connection;
        this.ends = ends;
        this.topics = topics;
        this.clock = clock;
    }

    @Override
    public long end(int partition) {
        return ends.end(LogTopic.EVENTS, partition);
    }

    @Override
    public Hand takeOver(int partition) throws AppendFailedException {
        EventLog log = EventLog.open(connection, "decider-" + partition, topics);
        boolean taken = false;
        try {
            log.begin();
            log.appendMarker(partition, "DeciderStarted", UUID.randomUUID().toString(), clock.instant());
            log.commit();
            Hand hand = new FencedHand(log, partition, offset(log, partition));
            taken = true;
            return hand;
        } finally {
            if (!taken) {
                log.close();
            }
        }
    }

    private static long offset(EventLog log, int partition) throws AppendFailedException {
        return log.lastOffset(LogTopic.EVENTS, partition)
                .orElseThrow(() -> new AppendFailedException(
                        "expected the offset of the last record of partition " + partition + ", found none", null));
    }

    private record FencedHand(EventLog log, int partition, long marker) implements Hand {
        @Override
        public long append(List<RecordedEvent> decided) throws AppendFailedException {
            log.begin();
            for (RecordedEvent event : decided) {
                log.append(event);
            }
            log.commit();
            return offset(log, partition);
        }

        @Override
        public void close() {
            log.close();
        }
    }
}
