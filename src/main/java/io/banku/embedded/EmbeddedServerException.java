package io.banku.embedded;

/** An embedded server cannot start or stop; the message says what was expected, what was found, and what to do. */
public final class EmbeddedServerException extends RuntimeException {
    public EmbeddedServerException(String message) {
        super(message);
    }

    EmbeddedServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
