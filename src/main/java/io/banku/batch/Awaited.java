package io.banku.batch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a feed stands on a day for which a batch of another feed waits.
 *
 * @param file what is here of that day, or the name of what is due; null where neither is known
 * @param batch the one that is here and not in the log yet, or the one that is; null where none is
 * @param due by when it is to be here, where a calendar says so
 */
public record Awaited(String feed, LocalDate date, State state, String file, String batch, Instant due) {

    /** How far it is. */
    public enum State {
        SEALED,
        /** An operator has said that there is none. */
        EXCUSED,
        /** By its calendar there is none. */
        NOT_DUE,
        EXPECTED,
        LATE,
        /** It is not here, and no calendar says when it is due. */
        MISSING,
        UNDER_WAY,
        WAITING,
        HELD;

        /** How it is written in answers: {@code not-due}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @param here the feed's batches of the day, without refused ones */
    static Awaited of(
            String feed, LocalDate date, boolean excused, List<Batch> here, Optional<DueFiles> calendar, Instant now) {
        if (excused) {
            return new Awaited(feed, date, State.EXCUSED, null, null, null);
        }
        if (!here.isEmpty()) {
            Batch telling = here.stream()
                    .filter(batch -> batch.state() != BatchState.SEALED)
                    .findFirst()
                    .orElse(here.get(0));
            return new Awaited(feed, date, state(telling), telling.file(), telling.id(), null);
        }
        if (calendar.isEmpty()) {
            return missing(feed, date);
        }
        if (!calendar.get().isDue(date)) {
            return new Awaited(feed, date, State.NOT_DUE, null, null, null);
        }
        return calendar.get().missing(date, now).map(Awaited::of).orElseGet(() -> missing(feed, date));
    }

    /** Of a feed of which nothing is known. */
    static Awaited missing(String feed, LocalDate date) {
        return new Awaited(feed, date, State.MISSING, null, null, null);
    }

    private static Awaited of(DueFile missing) {
        State state = missing.state() == DueFile.State.LATE ? State.LATE : State.EXPECTED;
        return new Awaited(missing.feed(), missing.date(), state, missing.file(), null, missing.due());
    }

    private static State state(Batch batch) {
        return switch (batch.state()) {
            case SEALED -> State.SEALED;
            case HELD -> State.HELD;
            case WAITING -> State.WAITING;
            default -> State.UNDER_WAY;
        };
    }

    /** Nobody waits for it any more. */
    boolean isOver() {
        return state == State.SEALED || state == State.EXCUSED || state == State.NOT_DUE;
    }

    /** {@code account-master of 2026-11-20, which is late}. */
    String told() {
        return feed + " of " + date + ", which is " + state.text().replace('-', ' ');
    }
}
