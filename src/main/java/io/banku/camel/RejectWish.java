package io.banku.camel;

import io.banku.batch.Grounds;
import io.banku.batch.Repair;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.Exchange;

/**
 * What somebody wants to be done with a reject.
 *
 * @param set new values by the names of their fields; empty unless it is to be corrected
 * @param isDry whether it is only to be told what would come of it
 */
record RejectWish(Repair.Action action, Map<String, String> set, Grounds grounds, boolean isDry) {
    static RejectWish read(Exchange exchange, Clock clock) {
        List<RequestFault> faults = new ArrayList<>();
        StrictBody body = StrictBody.read(exchange.getMessage().getBody(byte[].class), faults);
        String action = body.required(
                "action", "correct, resubmit or dismiss", text -> text.matches("correct|resubmit|dismiss"));
        Map<String, String> set = body.texts("set");
        Grounds grounds = GroundsForm.read(body, exchange, clock);
        boolean isDry = body.flag("dryRun");
        body.nothingElse();
        if (action != null && action.equals("correct") == (set == null) && faults.isEmpty()) {
            body.fault(
                    "set",
                    set == null
                            ? "an object with the new values by the names of their fields"
                            : "no values where nothing is corrected");
        }
        if (!faults.isEmpty()) {
            throw ProblemException.malformed(faults);
        }
        return new RejectWish(
                Repair.Action.valueOf(action.toUpperCase(Locale.ROOT)), set == null ? Map.of() : set, grounds, isDry);
    }
}
