package io.banku.camel;

import io.banku.batch.Grounds;
import java.time.Clock;
import java.time.Instant;
import org.apache.camel.Exchange;

/**
 * Why somebody wants what a request asks for, and who it is: {@code reason} and {@code by} of its body. Whoever comes with a
 * token has the name of the token's principal, whatever the body says.
 */
final class GroundsForm {
    private static final int MOST_REASON = 500;
    private static final int MOST_NAME = 100;

    private static final String WHY =
            "1 to " + MOST_REASON + " characters that say why, none of them a control character";

    private GroundsForm() {}

    /** The reason is null where there was a fault, which the body has collected. */
    static Grounds read(StrictBody body, Exchange exchange, Clock clock) {
        return read(body, exchange, clock.instant());
    }

    /** The same, said when the request came. */
    static Grounds read(StrictBody body, Exchange exchange, Instant at) {
        String reason = body.required("reason", WHY, text -> CommandForm.isPlain(text, MOST_REASON));
        return read(body, exchange, reason, at);
    }

    /** As {@link #read}, where nobody has to say why: the reason may be null. The time is another's business: it is null. */
    static Grounds readOptional(StrictBody body, Exchange exchange) {
        String reason = body.optional("reason", WHY, text -> CommandForm.isPlain(text, MOST_REASON));
        return read(body, exchange, reason, null);
    }

    private static Grounds read(StrictBody body, Exchange exchange, String reason, Instant at) {
        String by = body.optional(
                "by",
                "1 to " + MOST_NAME + " characters that say who, none of them a control character",
                text -> CommandForm.isPlain(text, MOST_NAME));
        return new Grounds(Caller.decides(exchange, by), reason == null ? null : reason.strip(), at);
    }
}
