package io.banku.camel.copybook;

/** A message's bytes are no records, or its maps cannot be: with the code, the place and the bytes. */
public final class RecordsException extends RuntimeException {
    RecordsException(String message, Throwable cause) {
        super(message, cause);
    }
}
