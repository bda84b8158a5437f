package io.banku.log;

/** A record of the log is not an event that this version can read; the message says what was expected and found. */
final class EventFormatException extends Exception {
    EventFormatException(String message) {
        super(message, null, false, false);
    }
}
