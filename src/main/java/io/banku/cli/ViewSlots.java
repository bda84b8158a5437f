package io.banku.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Partitions of the view as the API answers them, for people. */
record ViewSlots(List<JsonNode> slots) {

    static ViewSlots of(JsonNode answer) {
        List<JsonNode> slots = new ArrayList<>();
        answer.path("partitions").forEach(slots::add);
        return new ViewSlots(slots);
    }

    /** Those of these partitions; all of them where none is named. */
    ViewSlots only(Collection<Integer> partitions) {
        return new ViewSlots(slots.stream()
                .filter(slot -> partitions.isEmpty()
                        || partitions.contains(slot.path("partition").asInt()))
                .toList());
    }

    List<Integer> partitions() {
        return slots.stream().map(slot -> slot.path("partition").asInt()).toList();
    }

    boolean areCurrent() {
        return slots.stream().allMatch(ViewSlots::isCurrent);
    }

    /** Whether a rebuild of that time, or a later one, is known in each of them. */
    boolean knowRebuildOf(Instant began) {
        return slots.stream()
                .map(slot -> slot.path("rebuildBegan").asText(""))
                .noneMatch(known -> known.isEmpty() || Instant.parse(known).isBefore(began));
    }

    /** When the rebuild that all of them know began, as the earliest of them says. */
    Instant rebuildBegan() {
        return slots.stream()
                .map(slot -> Instant.parse(slot.path("rebuildBegan").asText()))
                .min(Instant::compareTo)
                .orElseThrow();
    }

    /** {@code 3 of 12 partitions are rebuilt; 120,000 of 900,000 offsets}. */
    String progress() {
        long current = slots.stream().filter(ViewSlots::isCurrent).count();
        long to = slots.stream()
                .mapToLong(slot -> slot.path("rebuildingTo").asLong())
                .sum();
        long done = slots.stream()
                .mapToLong(slot -> Math.min(
                        slot.path("position").asLong(),
                        slot.path("rebuildingTo").asLong()))
                .sum();
        return String.format(
                Locale.ROOT, "%d of %d partitions are rebuilt; %,d of %,d offsets", current, slots.size(), done, to);
    }

    void print(PrintWriter out) {
        Table table =
                new Table("PARTITION", "STATE", "POSITION", "END", "STANDS SINCE", "REBUILDING TO", "REBUILD BEGAN");
        slots.forEach(slot -> table.row(
                slot.path("partition").asText(),
                slot.path("state").asText(),
                String.format(Locale.ROOT, "%,d", slot.path("position").asLong()),
                slot.has("end")
                        ? String.format(Locale.ROOT, "%,d", slot.path("end").asLong())
                        : "",
                slot.path("standsSince").asText(""),
                isCurrent(slot)
                        ? ""
                        : String.format(
                                Locale.ROOT, "%,d", slot.path("rebuildingTo").asLong()),
                slot.path("rebuildBegan").asText("")));
        table.print(out);
        slots.stream()
                .filter(slot -> slot.has("why"))
                .forEach(slot ->
                        out.println("partition " + slot.path("partition").asText() + " is kept by "
                                + slot.path("why").asText()));
        slots.forEach(slot -> {
            if (slot.has("lost")) {
                out.println("partition " + slot.path("partition").asText() + ": "
                        + slot.path("lost").asText());
            }
        });
    }

    private static boolean isCurrent(JsonNode slot) {
        return slot.path("state").asText().equals("current");
    }
}
