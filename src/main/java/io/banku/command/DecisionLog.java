package io.banku.command;

import io.banku.account.LogEntry;
import io.banku.account.RecordedEvent;
import io.banku.log.AppendFailedException;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The event log as a decider needs it. */
public interface DecisionLog {

    /**
     * Takes a partition over: whoever decided it before can append nothing any more, what it had not committed is gone,
     * and a marker behind everything that it ever committed is in the log.
     */
    Hand takeOver(int partition) throws AppendFailedException;

    /**
     * The offset behind the last event of a partition that a view can have now; of any partition.
     *
     * @throws io.banku.log.LogUnavailableException when the log does not say it
     */
    long end(int partition);

    /**
     * Where a partition of the log ended at some moment of the last while ({@code banku.commands.freshness}), whatever was
     * committed of it; the least of what is known. Does not wait.
     *
     * @return nothing when Kafka did not say it for so long
     */
    OptionalLong recentEnd(int partition);

    /** What only the last one who took the partition over can use. After any exception only {@link #close} may follow. */
    interface Hand extends AutoCloseable {

        /** The offset of the marker in the partition. */
        long marker();

        /** A leader epoch of the partition that the marker's is not before; nothing where the log does not say it. */
        OptionalInt epoch();

        /**
         * Appends the events in one transaction, and returns when they are in the log for ever.
         *
         * @param decided some of this partition at least
         * @return those of this partition, in their order, with their offsets
         * @throws AppendFailedException when that is not certain: they may be in the log, or come to be, or not
         */
        List<LogEntry.Readable> append(List<RecordedEvent> decided) throws AppendFailedException;

        @Override
        void close();
    }
}
