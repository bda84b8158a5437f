package io.banku.camel;

import io.banku.night.DayEvent;
import io.banku.night.FeedDay;
import io.banku.night.Night;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A business date of a night as it is shown to the outside. */
final class NightDocument {
    private NightDocument() {}

    static Map<String, Object> line(Night night) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("night", night.night());
        line.put("date", night.date());
        line.put("state", night.isClosed() ? "closed" : "open");
        if (night.isClosed()) {
            line.put("closedAt", night.events().get(0).at());
            line.put("supplements", night.events().size() - 1);
        } else {
            line.put("lacking", night.lacking());
            line.put("allowedActions", List.of("close"));
        }
        return line;
    }

    static Map<String, Object> whole(Night night) {
        Map<String, Object> whole = line(night);
        whole.put("feeds", night.feeds().stream().map(NightDocument::feed).toList());
        whole.put("events", night.events().stream().map(NightDocument::event).toList());
        return whole;
    }

    private static Map<String, Object> feed(FeedDay feed) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("feed", feed.feed());
        line.put("state", feed.state().text());
        line.put("counts", feed.counts());
        line.put("turnover", feed.turnover());
        line.put("batches", feed.batches().stream().map(FeedDay.Sealed::batch).toList());
        line.put("excuse", feed.excuse());
        line.values().removeIf(value -> value == null);
        return line;
    }

    private static Map<String, Object> event(DayEvent event) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("number", event.number());
        line.put("at", event.at());
        line.put("byHand", event.byHand());
        line.put("turnover", event.turnover());
        line.put("changes", event.changes());
        line.values().removeIf(value -> value == null);
        return line;
    }
}
