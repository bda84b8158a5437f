package io.banku.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;

/** One record of the event log as a reader met it: an event, what a balance needs of one, or bytes that are none. */
public sealed interface LogEntry {

    /** The account it is about: the record's key. */
    String account();

    /** Its place in the partition. */
    long offset();

    record Readable(RecordedEvent recorded, long offset) implements LogEntry {
        @Override
        public String account() {
            return recorded.account();
        }
    }

    /**
     * A posting of the mainframe, reduced to what an account in its currency needs: nearly all entries are. The event
     * itself is read where an account needs more.
     */
    non-sealed interface Movement extends LogEntry {
        /** What the balances move by, in minor units of the currency. */
        long change();

        Currency currency();

        /** The booking day, or null. */
        LocalDate bookedOn();

        /** When it was published. */
        Instant time();

        /** The same entry as an event. */
        LogEntry whole();
    }

    /** @param reason what was expected and found */
    record Unreadable(String account, long offset, String reason) implements LogEntry {}
}
