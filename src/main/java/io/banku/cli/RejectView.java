package io.banku.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.banku.record.Shown;
import java.io.PrintWriter;

/** A reject as the API answers it, for people. */
record RejectView(JsonNode reject) {
    /** {@code daily-transactions TXN.D261123.BIN record 19 is open}. */
    String line() {
        return Shown.of(reject.path("feed").asText() + " " + reject.path("file").asText()) + " record "
                + reject.path("record").asLong() + " is " + status();
    }

    String status() {
        return reject.path("status").asText();
    }

    boolean isInLog() {
        return status().equals("published") || status().equals("skipped");
    }

    /** {@code : BNK-4003 …}; empty where nothing kept it from being published. */
    String why() {
        return reject.has("why") && !isInLog()
                ? ": " + Shown.of(reject.path("why").asText())
                : "";
    }

    /** In one line. */
    String becomes() {
        JsonNode corrected = reject.path("corrected");
        if (!corrected.isObject()) {
            return status();
        }
        StringBuilder events = new StringBuilder();
        corrected
                .path("events")
                .forEach(event -> events.append(events.isEmpty() ? "" : ", ").append(event(event)));
        return "becomes " + (events.isEmpty() ? "no event" : events);
    }

    void print(PrintWriter out) {
        out.println(line());
        JsonNode why = reject.path("reject");
        if (why.isObject()) {
            out.println("  " + why.path("code").asText() + " "
                    + Shown.of(why.path("field").asText("") + ": "
                            + why.path("reason").asText()));
        }
        if (reject.has("why")) {
            out.println("  resubmitted, and not published: "
                    + Shown.of(reject.path("why").asText()));
        }
        out.println();
        out.println("as it was sent:");
        lines(reject.path("text"), out);
        printCorrected(out);
        Table history = new Table("WHAT", "AT", "BY", "REASON");
        reject.path("history")
                .forEach(step -> history.row(
                        step.path("action").asText() + values(step.path("set")),
                        step.path("at").asText(),
                        step.path("by").asText(),
                        step.path("reason").asText()));
        if (!history.isEmpty()) {
            out.println();
            history.print(out);
        }
    }

    /** The record as it is read now, and what it becomes; nothing where it has no correction. */
    void printCorrected(PrintWriter out) {
        JsonNode corrected = reject.path("corrected");
        if (!corrected.isObject()) {
            return;
        }
        out.println();
        out.println("as it is corrected:");
        lines(corrected.path("text"), out);
        corrected.path("events").forEach(event -> out.println("becomes " + event(event)));
        if (corrected.path("events").isEmpty() && !corrected.has("reject")) {
            out.println(
                    "becomes no event (rule " + Shown.of(corrected.path("rule").asText()) + ")");
        }
        if (corrected.has("reject")) {
            out.println("is a reject still: "
                    + corrected.path("reject").path("code").asText() + " "
                    + Shown.of(corrected.path("reject").path("reason").asText()));
        }
    }

    private static String event(JsonNode event) {
        return event.path("type").asText() + " " + Shown.of(event.path("key").asText()) + values(event.path("data"));
    }

    private static void lines(JsonNode text, PrintWriter out) {
        text.asText().lines().forEach(line -> out.println(Shown.of(line)));
    }

    /** {@code  amount=12.50 currency=EUR}. */
    private static String values(JsonNode named) {
        StringBuilder text = new StringBuilder();
        named.forEach(each -> text.append(' ')
                .append(each.path("name").asText())
                .append('=')
                .append(Shown.of(each.path("value").asText())));
        return text.toString();
    }
}
