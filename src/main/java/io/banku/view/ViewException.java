package io.banku.view;

/** The view cannot be used as it is; the message says what was expected, what was found and what to do. */
public final class ViewException extends RuntimeException {
    public ViewException(String message) {
        super(message);
    }

    public ViewException(String message, Throwable cause) {
        super(message, cause);
    }
}
