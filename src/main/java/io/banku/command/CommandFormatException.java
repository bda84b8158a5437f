package io.banku.command;

/** A record of {@code banku.commands} is not a command that this version can read. */
public final class CommandFormatException extends Exception {
    CommandFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
