package io.banku.camel;

import io.banku.batch.Awaited;
import io.banku.batch.Batch;
import io.banku.batch.BatchState;
import io.banku.batch.DueFile;
import io.banku.batch.Excuse;
import io.banku.batch.RejectLife;
import io.banku.batch.Repair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** A batch as it is shown to the outside. */
final class BatchDocument {
    private static final int MOST_REPAIRS = 100;

    private BatchDocument() {}

    /**
     * @param awaited how the feeds stand that it waits for
     * @param wish what waits for somebody else
     */
    static Map<String, Object> line(Batch batch, List<Awaited> awaited, Optional<WaitingWish> wish) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", batch.id());
        line.put("feed", batch.feed());
        line.put("file", batch.file());
        line.put("identity", batch.identity());
        line.put("attempt", batch.attempt());
        line.put("state", batch.state().text());
        line.put("heldFor", batch.heldFor() == null ? null : batch.heldFor().text());
        line.put("waitsFor", awaited.stream().map(BatchDocument::awaited).toList());
        line.put("allowedActions", allowedActions(batch, wish));
        line.put("wish", wish.orElse(null));
        line.put("conflicts", batch.conflicts());
        line.put("date", batch.date());
        line.put("sequence", batch.sequence());
        line.put("counts", batch.counts());
        line.put("published", batch.done());
        line.put("findings", batch.findings());
        line.put("durations", batch.durations());
        line.values().removeIf(value -> value == null || value.equals(List.of()));
        return line;
    }

    private static Map<String, Object> awaited(Awaited awaited) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("feed", awaited.feed());
        line.put("date", awaited.date());
        line.put("number", awaited.number());
        line.put("state", awaited.state().text());
        line.put("file", awaited.file());
        line.put("batch", awaited.batch());
        line.put("due", awaited.due());
        line.values().removeIf(value -> value == null);
        return line;
    }

    /** A file that is due and not here. */
    static Map<String, Object> due(DueFile missing) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("feed", missing.feed());
        line.put("date", missing.date());
        line.put("file", missing.file());
        line.put("state", missing.state().text());
        line.put("due", missing.due());
        line.put("late", missing.late());
        Excuse excuse = missing.excuse();
        if (excuse == null) {
            line.put("allowedActions", List.of("excuse"));
        } else {
            line.put("excuse", Map.of("reason", excuse.reason(), "by", excuse.by(), "at", excuse.at()));
        }
        return line;
    }

    /** @param said of records of it by operators, in the order of the records */
    static Map<String, Object> whole(
            Batch batch, List<Awaited> awaited, Optional<WaitingWish> wish, SortedMap<Long, RejectLife> said) {
        Map<String, Object> whole = line(batch, awaited, wish);
        whole.put("size", batch.size());
        whole.put("sha256", batch.sha256());
        if (batch.content() != null) {
            whole.put("content", batch.content());
        }
        whole.put("definition", batch.definition());
        if (batch.turnover() != null) {
            whole.put("turnover", batch.turnover());
        }
        whole.put("controls", batch.controls());
        whole.put("rejects", batch.rejects());
        whole.put(
                "repairs",
                said.entrySet().stream()
                        .limit(MOST_REPAIRS)
                        .map(record -> repair(record.getKey(), life(batch, record.getValue())))
                        .toList());
        whole.put("oddities", batch.oddities());
        whole.put(
                "history",
                batch.history().stream()
                        .map(step -> step.why() == null
                                ? Map.of("state", step.state().text(), "at", step.at())
                                : Map.of("state", step.state().text(), "at", step.at(), "why", step.why()))
                        .toList());
        return whole;
    }

    /** Where there is no reject any more, all that was corrected went with the batch. */
    private static RejectLife life(Batch batch, RejectLife life) {
        boolean isIn = batch.state() == BatchState.SEALED && batch.counts().rejected() == 0;
        return isIn && life.state() == RejectLife.State.CORRECTED ? life.inLog() : life;
    }

    private static Map<String, Object> repair(long record, RejectLife life) {
        Repair last = life.said().get(life.said().size() - 1);
        return Map.of(
                "record", record,
                "status", life.state().text(),
                "by", last.by(),
                "at", last.at(),
                "reason", last.reason());
    }

    private static List<String> allowedActions(Batch batch, Optional<WaitingWish> wish) {
        if (batch.heldFor() == null) {
            return List.of();
        }
        List<String> allowed = new ArrayList<>();
        wish.ifPresent(waits ->
                allowed.addAll(waits.whyVoid() == null ? List.of("approve", "withdraw") : List.of("withdraw")));
        allowed.add("release");
        if (!batch.isPartlyIn()) {
            allowed.add("refuse");
        }
        return allowed;
    }
}
