package io.banku.batch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Of which days a feed's files have come: those of batches that were not refused. One thread at a time. */
final class Came {
    private final Map<LocalDate, Set<String>> dated = new HashMap<>();
    /** By id, those whose names say no day: when they came. */
    private final Map<String, Instant> undated = new HashMap<>();

    /** @param before the batch as it was known, or null */
    void put(Batch before, Batch now) {
        if (before != null) {
            undated.remove(before.id());
            if (before.date() != null) {
                dated.getOrDefault(before.date(), new HashSet<>()).remove(before.id());
            }
        }
        if (now.state() == BatchState.REFUSED && !now.isPartlyIn()) {
            return;
        }
        if (now.date() == null) {
            undated.put(now.id(), Intake.arrivedAt(now.arrival()).orElseGet(now::movedAt));
        } else {
            dated.computeIfAbsent(now.date(), day -> new HashSet<>(2)).add(now.id());
        }
    }

    /** Ids of the batches whose names say this day. */
    Set<String> of(LocalDate day) {
        return dated.getOrDefault(day, Set.of());
    }

    boolean isHere(LocalDate day) {
        return !of(day).isEmpty();
    }

    /** The days of which files are here. */
    Set<LocalDate> days() {
        Set<LocalDate> days = new HashSet<>();
        dated.forEach((day, batches) -> {
            if (!batches.isEmpty()) {
                days.add(day);
            }
        });
        return days;
    }

    /** When those came whose names say no day, the first one first. */
    List<Instant> undated() {
        return undated.values().stream().sorted().toList();
    }
}
