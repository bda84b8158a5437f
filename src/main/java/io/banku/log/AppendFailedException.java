package io.banku.log;

/**
 * A transaction ended without a definite answer, or not at all. Conclude nothing and resend nothing: close the log, open
 * it again (which fences whatever is left of it) and read what is there.
 */
public final class AppendFailedException extends Exception {
    public AppendFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
