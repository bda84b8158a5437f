package io.banku.log;

import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/**
 * A transaction ended without a definite answer, or not at all. Conclude nothing and resend nothing: close the log, open
 * it again (which fences whatever is left of it) and read what is there.
 */
public final class AppendFailedException extends Exception {
    /** What is known of why. */
    public enum Kind {
        /** The log had forgotten the transactional id, because it was not used for days; opening it again is all. */
        EXPIRED,
        /** Somebody else has opened the transactional id. */
        TAKEN_OVER,
        /** A record is larger than producer or topic take: it will not go in the next time either. */
        TOO_LARGE,
        OTHER
    }

    private final Kind kind;

    public AppendFailedException(String message, Throwable cause) {
        super(message, cause);
        this.kind = kind(cause);
    }

    public Kind kind() {
        return kind;
    }

    private static Kind kind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RecordTooLargeException) {
                return Kind.TOO_LARGE;
            }
            if (cause instanceof InvalidPidMappingException) {
                return Kind.EXPIRED;
            }
            if (cause instanceof ProducerFencedException || cause instanceof InvalidProducerEpochException) {
                return Kind.TAKEN_OVER;
            }
        }
        return Kind.OTHER;
    }
}
