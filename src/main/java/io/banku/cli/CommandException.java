package io.banku.cli;

/** A command cannot do its work for a reason that only it knows; the message is for the person at the keyboard. */
final class CommandException extends RuntimeException {
    private final ExitCode code;

    CommandException(ExitCode code, String message) {
        super(message);
        this.code = code;
    }

    ExitCode code() {
        return code;
    }
}
