package io.banku.command;

import io.banku.account.RecordedEvent;
import io.banku.log.AppendFailedException;
import java.util.ArrayList;
import java.util.List;

/** A log that takes everything, or nothing. */
final class ObedientLog implements DecisionLog {
    final List<List<RecordedEvent>> transactions = new ArrayList<>();
    long next;
    /** Of every other partition. */
    long end;

    int takeOvers;
    int closed;
    boolean failing;

    @Override
    public long end(int partition) {
        return end;
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
            public Appended append(List<RecordedEvent> decided) throws AppendFailedException {
                if (failing) {
                    throw new AppendFailedException("no answer", null);
                }
                transactions.add(decided);
                long first = next;
                next += decided.size() + 1;
                return new Appended(first, next - 2);
            }

            @Override
            public void close() {
                closed++;
            }
        };
    }
}
