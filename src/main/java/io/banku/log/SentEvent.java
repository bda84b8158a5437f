package io.banku.log;

import io.banku.account.LogEntry;
import io.banku.account.RecordedEvent;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.RecordMetadata;

/** An event on its way to a partition of the log. */
public final class SentEvent {
    private final RecordedEvent event;
    private final int partition;
    private final Future<RecordMetadata> acknowledged;

    SentEvent(RecordedEvent event, int partition, Future<RecordMetadata> acknowledged) {
        this.event = event;
        this.partition = partition;
        this.acknowledged = acknowledged;
    }

    public int partition() {
        return partition;
    }

    /** The event at the offset that it has: known when the commit has returned. */
    public LogEntry.Readable entry() throws AppendFailedException {
        try {
            return new LogEntry.Readable(
                    event, acknowledged.get(0, TimeUnit.SECONDS).offset());
        } catch (ExecutionException | TimeoutException unknown) {
            throw new AppendFailedException("expected the offset of a record that was committed, found none", unknown);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AppendFailedException("interrupted", interrupted);
        }
    }
}
