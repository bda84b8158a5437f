package io.banku.batch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The days of one feed: of which files are here, which are due by its calendar, which were excused. For one thread at a time. */
final class FeedDays {
    private final Came came = new Came();
    private final Map<LocalDate, Excuse> excuses = new HashMap<>();
    private Calendars calendars;
    private DueFiles dueFiles;

    /** @param known the batch as it was, or null */
    void put(Batch known, Batch now) {
        came.put(known, now);
    }

    void put(Calendars known) {
        calendars = known;
        dueFiles = new DueFiles(known, came, excuses);
    }

    void put(Excuse excuse) {
        excuses.put(excuse.date(), excuse);
    }

    Optional<Calendars> calendars() {
        return Optional.ofNullable(calendars);
    }

    List<DueFile> missing(Instant now) {
        return dueFiles == null ? List.of() : dueFiles.missing(now);
    }

    Optional<DueFile> missing(LocalDate date, Instant now) {
        return dueFiles == null ? Optional.empty() : dueFiles.missing(date, now);
    }

    /** @param batches by their ids */
    DayOfFeed of(String feed, LocalDate date, Function<String, Batch> batches) {
        return new DayOfFeed(
                feed,
                date,
                here(date, batches),
                dueFiles == null || dueFiles.isDue(date),
                Optional.ofNullable(excuses.get(date)));
    }

    /** @param batches by their ids */
    Awaited awaited(String feed, LocalDate date, Function<String, Batch> batches, Instant now) {
        return Awaited.of(
                feed, date, excuses.containsKey(date), here(date, batches), Optional.ofNullable(dueFiles), now);
    }

    private List<Batch> here(LocalDate date, Function<String, Batch> batches) {
        return came.of(date).stream().map(batches).toList();
    }

    Set<LocalDate> all() {
        return came.days();
    }
}
