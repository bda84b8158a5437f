package io.banku.command;

import io.banku.account.RecordedEvent;
import io.banku.log.AppendFailedException;
import java.util.List;

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

    /** The offsets of the first and the last of some records. */
    record Appended(long first, long last) {}

    /** What only the last one who took the partition over can use. After any exception only {@link #close} may follow. */
    interface Hand extends AutoCloseable {

        /** The offset of the marker in the partition. */
        long marker();

        /**
         * Appends the events in one transaction, and returns when they are in the log for ever.
         *
         * @param decided some of this partition at least
         * @return where those of this partition lie
         * @throws AppendFailedException when that is not certain: they may be in the log, or come to be, or not
         */
        Appended append(List<RecordedEvent> decided) throws AppendFailedException;

        @Override
        void close();
    }
}
