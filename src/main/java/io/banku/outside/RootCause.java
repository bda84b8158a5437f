package io.banku.outside;

import java.util.concurrent.TimeoutException;

/** What an exception that wraps others is about. */
public final class RootCause {
    private RootCause() {}

    public static Throwable of(Throwable failed) {
        Throwable root = failed;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }

    /** Its message, or what kind it is where it has none. */
    public static String words(Throwable failed) {
        Throwable root = of(failed);
        String message = root.getMessage();
        if (message != null && !message.isBlank()) {
            return message;
        }
        return root instanceof TimeoutException
                ? "no answer in time"
                : root.getClass().getSimpleName();
    }
}
