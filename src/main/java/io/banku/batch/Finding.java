package io.banku.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * Something about a batch that somebody should know.
 *
 * @param code stable, {@code BNK-3nnn} about its content or {@code BNK-4nnn} about its life
 * @param message what was expected, what was found, where, and what to do
 * @param released when an operator released the batch that was held with this finding, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Finding(String code, String message, Instant released) {

    private static final int MOST_CHARACTERS = 4_000;

    public Finding {
        message = Shortened.text(message, MOST_CHARACTERS);
    }

    public Finding(String code, String message) {
        this(code, message, null);
    }

    Finding released(Instant at) {
        return released == null ? new Finding(code, message, at) : this;
    }

    /** It holds nothing: the feed says so of its sequence. */
    boolean isOnlyTold() {
        return code.equals("BNK-3060") || code.equals("BNK-3061");
    }

    boolean saysTheSameAs(Finding other) {
        return code.equals(other.code) && message.equals(other.message);
    }

    @Override
    public String toString() {
        return code + " " + message + (released == null ? "" : " (released)");
    }
}
