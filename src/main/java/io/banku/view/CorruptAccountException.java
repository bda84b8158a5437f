package io.banku.view;

/** The store holds something for an account that is no account: an error, never a zero. */
public final class CorruptAccountException extends Exception {
    CorruptAccountException(String message) {
        super(message);
    }
}
