package io.banku.command;

import io.banku.account.LogEntry;
import io.banku.account.RecordedEvent;
import io.banku.log.AppendFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A log that takes everything, or nothing. */
final class ObedientLog implements DecisionLog {
    final List<List<RecordedEvent>> transactions = new ArrayList<>();
    long next;
    /** Of every other partition. */
    long end;

    int takeOvers;
    int closed;
    boolean failing;
    OptionalLong recentEnd = OptionalLong.of(0);
    OptionalInt epoch = OptionalInt.empty();

    @Override
    public long end(int partition) {
        return end;
    }

    @Override
    public OptionalLong recentEnd(int partition) {
        return recentEnd;
    }

    @Override
    public Hand takeOver(int partition) {
        takeOvers++;
        long marker = next;
        next += 2;
        return new Hand() {
            @Override
            public long marker() {
                return marker;
            }

            @Override
            public OptionalInt epoch() {
                return epoch;
            }

            @Override
            public List<LogEntry.Readable> append(List<RecordedEvent> decided) throws AppendFailedException {
                if (failing) {
                    throw new AppendFailedException("no answer", null);
                }
                transactions.add(decided);
                List<LogEntry.Readable> own = new ArrayList<>();
                decided.forEach(event -> own.add(new LogEntry.Readable(event, next++)));
                next++;
                return own;
            }

            @Override
            public void close() {
                closed++;
            }
        };
    }
}
