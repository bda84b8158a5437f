package io.banku.trial;

/** A file of expectations is not written as one; the message says where, and begins with its code. */
public final class ExpectationException extends RuntimeException {
    ExpectationException(String message) {
        super(message);
    }
}
