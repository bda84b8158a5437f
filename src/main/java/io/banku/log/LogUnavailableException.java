package io.banku.log;

/** Kafka could not be reached or did not answer in time; the message says where it was looked for. */
public final class LogUnavailableException extends RuntimeException {
    public LogUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
