package io.banku.cli;

/** How a command ended, for scripts and schedulers; the steps are those that a mainframe operator knows. */
public enum ExitCode {
    /** All done. */
    CLEAN(0),
    /** The command was not understood; nothing was done. */
    USAGE(2),
    /** Done, but records were rejected. */
    REJECTS(4),
    /** Refused, held, or out of balance. */
    REFUSED(8),
    /** Settings are wrong, or Kafka, Redis, a file or a port cannot be had. */
    ENVIRONMENT(12),
    /** A fault of the program. */
    INTERNAL(16);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
