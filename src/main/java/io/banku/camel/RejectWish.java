package io.banku.camel;

import io.banku.batch.Repair;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What somebody wants to be done with a reject.
 *
 * @param set new values by the names of their fields; empty unless it is to be corrected
 * @param by who the client says it is, or null
 * @param isDry whether it is only to be told what would come of it
 */
record RejectWish(Repair.Action action, Map<String, String> set, String reason, String by, boolean isDry) {
    private static final int MOST_REASON = 500;
    private static final int MOST_NAME = 100;

    static RejectWish read(byte[] bytes) {
        List<RequestFault> faults = new ArrayList<>();
        StrictBody body = StrictBody.read(bytes, faults);
        String action = body.required(
                "action", "correct, resubmit or dismiss", text -> text.matches("correct|resubmit|dismiss"));
        Map<String, String> set = body.texts("set");
        String reason = body.required(
                "reason",
                "1 to " + MOST_REASON + " characters that say why, none of them a control character",
                text -> CommandForm.isPlain(text, MOST_REASON));
        String by = body.optional(
                "by",
                "1 to " + MOST_NAME + " characters that say who, none of them a control character",
                text -> CommandForm.isPlain(text, MOST_NAME));
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
                Repair.Action.valueOf(action.toUpperCase(Locale.ROOT)),
                set == null ? Map.of() : set,
                reason.strip(),
                by,
                isDry);
    }
}
