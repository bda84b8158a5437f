package io.banku.bench.latency;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What came back.
 *
 * @param wanted what the client asked for
 * @param status of HTTP, or 0 when there was no answer; then the body says why
 */
record Answer(Wanted wanted, int status, String body) {
    static final int NONE = 0;

    enum Wanted {
        OUTCOME,
        /** {@code Prefer: respond-async}: the answer is there when the command is in the log. */
        RECEIPT
    }

    boolean isAsWanted() {
        return status == (wanted == Wanted.OUTCOME ? 201 : 202);
    }

    boolean isApplied() {
        return status == 201;
    }

    /** Everything but this and {@link #isApplied} says that the same request may be sent again. */
    boolean isDeclined() {
        return status == 422;
    }

    /** The text of a property, wherever it first comes; empty when there is none. */
    String text(String property) {
        Matcher found =
                Pattern.compile('"' + property + "\"\\s*:\\s*\"([^\"]*)\"").matcher(body);
        return found.find() ? found.group(1) : "";
    }
}
