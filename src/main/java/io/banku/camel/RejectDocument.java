package io.banku.camel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.banku.account.Event;
import io.banku.batch.Batch;
import io.banku.batch.RejectLife;
import io.banku.batch.Rejects.Seen;
import io.banku.batch.Repair;
import io.banku.feed.Reject;
import io.banku.inspect.RecordSight;
import io.banku.inspect.Way;
import io.banku.log.EventJson;
import io.banku.trial.Masking;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A reject as it is shown to the outside: private values are not. */
final class RejectDocument {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A property of an event, or a field of a record, and what it is. */
    record NamedValue(String name, String value) {}

    private RejectDocument() {}

    /**
     * @param original as the batch's last check read it
     * @param now with its correction; null where it has none
     */
    static Map<String, Object> of(Batch batch, Seen original, Seen now, RejectLife life) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("batch", batch.id());
        document.put("feed", batch.feed());
        document.put("file", batch.file());
        document.put("record", original.record());
        document.put("fileOffset", original.fileOffset());
        document.put("status", life.state().text());
        document.put("reject", summary(original.reject()));
        document.put("text", text(original.original(), original));
        if (now != null) {
            document.put("corrected", corrected(now));
        }
        if (life.repaired() != null && life.repaired().why() != null) {
            document.put("why", life.repaired().why());
        }
        document.put(
                "history",
                life.said().stream().map(said -> said(said, original)).toList());
        document.values().removeIf(value -> value == null);
        return document;
    }

    private static Map<String, Object> summary(Reject reject) {
        if (reject == null) {
            return null;
        }
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("record", reject.record());
        summary.put("fileOffset", reject.fileOffset());
        summary.put("code", reject.code());
        summary.put("field", reject.field());
        summary.put("fieldOffset", reject.fieldOffset() < 0 ? null : reject.fieldOffset());
        summary.put("picture", reject.picture());
        summary.put("hex", reject.fieldHex());
        summary.put("reason", reject.reason());
        summary.values().removeIf(value -> value == null);
        return summary;
    }

    private static Map<String, Object> corrected(Seen now) {
        Map<String, Object> corrected = new LinkedHashMap<>();
        corrected.put("text", text(now.bytes(), now));
        corrected.put("rule", now.rule());
        corrected.put("reject", summary(now.reject()));
        corrected.put(
                "events", now.events().stream().map(event -> event(event, now)).toList());
        corrected.values().removeIf(value -> value == null);
        return corrected;
    }

    private static Map<String, Object> event(Event event, Seen now) {
        Masking masking = now.rule() == null ? Masking.of(now.feed()) : Masking.of(now.feed(), now.rule());
        String type = EventJson.type(event);
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("type", type);
        shown.put("key", masking.key(type, event.account()));
        shown.put("data", data(masking.data(type, new EventJson().data(event))));
        return shown;
    }

    private static List<NamedValue> data(String json) {
        try {
            List<NamedValue> data = new ArrayList<>();
            for (Map.Entry<String, JsonNode> each : JSON.readTree(json).properties()) {
                if (!each.getKey().equals("account")) {
                    data.add(new NamedValue(each.getKey(), each.getValue().asText()));
                }
            }
            return data;
        } catch (IOException ownJson) {
            throw new UncheckedIOException(ownJson);
        }
    }

    private static String text(byte[] bytes, Seen seen) {
        Way way = Way.of(seen.feed(), Way.Values.MASKED);
        return RecordSight.of(bytes, seen.record(), seen.fileOffset(), way).text();
    }

    private static Map<String, Object> said(Repair repair, Seen seen) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("action", repair.action().name().toLowerCase(Locale.ROOT));
        said.put("set", repair.set() == null ? null : masked(repair.set(), seen));
        said.put("by", repair.by());
        said.put("reason", repair.reason());
        said.put("at", repair.at());
        said.values().removeIf(value -> value == null);
        return said;
    }

    private static List<NamedValue> masked(Map<String, String> set, Seen seen) {
        return set.entrySet().stream()
                .map(each -> new NamedValue(each.getKey(), isPrivate(each.getKey(), seen) ? "***" : each.getValue()))
                .toList();
    }

    private static boolean isPrivate(String field, Seen seen) {
        return seen.feed().isPrivate(seen.feed().decoder().field(field));
    }
}
