package io.banku.account;

/** One record of the event log as a reader met it: an event, or bytes that could not be read as one. */
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

    /** @param reason what was expected and found */
    record Unreadable(String account, long offset, String reason) implements LogEntry {}
}
