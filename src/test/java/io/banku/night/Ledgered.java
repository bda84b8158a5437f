package io.banku.night;

import io.banku.batch.Batch;
import io.banku.batch.BatchState;
import io.banku.batch.Counts;
import io.banku.batch.DayOfFeed;
import io.banku.batch.Excuse;
import io.banku.batch.Turnover;
import io.banku.feed.ControlRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the ledger says, for tests of nights. */
final class Ledgered {
    static final LocalDate DATE = LocalDate.parse("2026-11-20");
    static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

    private Ledgered() {}

    /** Of 100 records, each of them a deposit of a euro. */
    static Batch batch(String feed, String file, int revision, BatchState state, long rejected) {
        return batch(feed, file, revision, state, rejected, List.of());
    }

    static Batch batch(
            String feed, String file, int revision, BatchState state, long rejected, List<ControlRow> controls) {
        long events = 100 - rejected;
        return new Batch(
                feed + "-" + file,
                1,
                revision,
                feed,
                file,
                null,
                1,
                "",
                null,
                "",
                "",
                state,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                Map.of(),
                DATE,
                null,
                new Counts(100, events, rejected, 0, events),
                List.of(new Turnover(
                        "EUR", new BigDecimal(events + ".00"), new BigDecimal("0.00"), new BigDecimal("0.00"))),
                controls,
                List.of(),
                List.of(),
                state == BatchState.SEALED ? 100 : 0,
                new Batch.Durations(1, 1),
                List.of(new Batch.Step(state, NOW, null)));
    }

    static Batch sealed(String feed) {
        return batch(feed, "A", 3, BatchState.SEALED, 0);
    }

    static ControlRow open() {
        return new ControlRow("sum", "sum = trailer", "100", "97", "-3", ControlRow.State.OPEN);
    }

    static ControlRow outOfTurn() {
        return new ControlRow("sequence", "header.H-SEQ = previous + 1", "2", "3", "1", ControlRow.State.BROKEN);
    }

    static DayOfFeed day(String feed, Batch... batches) {
        return new DayOfFeed(feed, DATE, List.of(batches), true, Optional.empty());
    }

    static DayOfFeed notDue(String feed) {
        return new DayOfFeed(feed, DATE, List.of(), false, Optional.empty());
    }

    static DayOfFeed excused(String feed) {
        Excuse excuse = new Excuse(feed, DATE, "bank holiday", "greta", NOW);
        return new DayOfFeed(feed, DATE, List.of(), true, Optional.of(excuse));
    }
}
