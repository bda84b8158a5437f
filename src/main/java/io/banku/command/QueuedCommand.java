package io.banku.command;

import java.time.Duration;
import java.time.Instant;

/**
 * A command as it stands in {@code banku.commands}.
 *
 * @param fingerprint as it was written, so that a later version of the program does not read it otherwise
 * @param offset its place in the partition
 * @param time when the broker appended it
 */
public record QueuedCommand(Submission submission, String fingerprint, long offset, Instant time) {
    /** How long after its receipt a command may be appended; later it is nobody's any more, and its client was told. */
    public static final Duration LATEST_APPEND = Duration.ofMinutes(5);

    public String id() {
        return submission.id();
    }

    /**
     * The client was told that nothing is known of it (504), and may have sent it again: it must not come back. The same when
     * it was appended so long before its receipt: by such clocks nobody can tell how old it is.
     */
    public boolean isLate() {
        return isLate(submission.receivedAt(), time);
    }

    public static boolean isLate(Instant receivedAt, Instant appendedAt) {
        return Duration.between(receivedAt, appendedAt).abs().compareTo(LATEST_APPEND) > 0;
    }
}
