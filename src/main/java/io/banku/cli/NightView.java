package io.banku.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.banku.record.Shown;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** A business date of a night, as people read it. */
final class NightView {
    private NightView() {}

    static String names(JsonNode list) {
        List<String> names = new ArrayList<>();
        list.forEach(name -> names.add(name.asText()));
        return String.join(", ", names);
    }

    static String line(JsonNode night) {
        String what = night.path("night").asText() + " of " + night.path("date").asText() + ": "
                + night.path("state").asText();
        return night.has("closedAt")
                ? what + " at " + night.path("closedAt").asText()
                : what + ", waits for " + names(night.path("lacking"));
    }

    static void print(JsonNode night, PrintWriter out) {
        out.println(line(night));
        out.println();
        Table feeds =
                new Table("FEED", "STATE", "BATCHES", "READ", "PUBLISHED", "REJECTED", "EVENTS", "CREDITS", "DEBITS");
        for (JsonNode feed : night.path("feeds")) {
            JsonNode counts = feed.path("counts");
            feeds.row(
                    feed.path("feed").asText(),
                    feed.path("state").asText(),
                    Integer.toString(feed.path("batches").size()),
                    counts.path("read").asText(),
                    counts.path("published").asText(),
                    counts.path("rejected").asText(),
                    counts.path("events").asText(),
                    sums(feed, "credits"),
                    sums(feed, "debits"));
        }
        feeds.print(out);
        night.path("events").forEach(event -> out.println(told(event)));
    }

    private static String sums(JsonNode feed, String which) {
        List<String> sums = new ArrayList<>();
        feed.path("turnover")
                .forEach(sum -> sums.add(
                        sum.path(which).asText() + " " + sum.path("currency").asText()));
        return String.join(", ", sums);
    }

    private static String told(JsonNode event) {
        String at = event.path("at").asText();
        JsonNode hand = event.path("byHand");
        if (event.path("number").asInt() == 0) {
            return at + "  closed"
                    + (hand.isMissingNode()
                            ? ""
                            : " by " + Shown.of(hand.path("by").asText()) + " without " + names(hand.path("without"))
                                    + ": " + Shown.of(hand.path("reason").asText()));
        }
        List<String> files = new ArrayList<>();
        event.path("changes").forEach(change -> files.add(change.path("file").asText()));
        return at + "  supplement " + event.path("number").asText() + ": " + String.join(", ", files);
    }
}
