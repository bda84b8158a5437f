package io.banku.batch;

import io.banku.feed.ControlRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a batch waits for, and how it stands: another feed's batch of its date, or the one before it in its own feed.
 *
 * @param date of the other feed's batch; null of one of its own feed, and where any file of a reference will do
 * @param number in the sequence, as it is written there; null of another feed
 * @param file what is here of that day, or the name of what is due; null where neither is known
 * @param batch the one that is here and not in the log yet, or the one that is; null where none is
 * @param due by when it is to be here, where a calendar says so
 */
public record Awaited(String feed, LocalDate date, String number, State state, String file, String batch, Instant due) {

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
        if (!here.isEmpty()) {
            Batch telling = here.stream()
                    .filter(batch -> batch.state() != BatchState.SEALED)
                    .findFirst()
                    .orElse(here.get(0));
            return new Awaited(feed, date, null, state(telling), telling.file(), telling.id(), null);
        }
        if (excused) {
            return new Awaited(feed, date, null, State.EXCUSED, null, null, null);
        }
        if (calendar.isEmpty()) {
            return missing(feed, date);
        }
        if (!calendar.get().isDue(date)) {
            return new Awaited(feed, date, null, State.NOT_DUE, null, null, null);
        }
        return calendar.get().missing(date, now).map(Awaited::of).orElseGet(() -> missing(feed, date));
    }

    /**
     * The one before a batch that is held for it.
     *
     * @param held of the same feed
     */
    static Awaited before(Batch batch, List<Batch> held) {
        ControlRow row = turn(batch).orElseThrow();
        Optional<Batch> here = held.stream()
                .filter(other -> turn(other)
                        .filter(its -> its.actual().equals(row.expected()))
                        .isPresent())
                .findFirst();
        return new Awaited(
                batch.feed(),
                null,
                row.expected(),
                here.isPresent() ? State.HELD : State.MISSING,
                here.map(Batch::file).orElseGet(() -> name(batch.file(), row)),
                here.map(Batch::id).orElse(null),
                null);
    }

    /** What says that another one is expected; there is none where it is held for something else. */
    static Optional<ControlRow> turn(Batch batch) {
        return batch.controls().stream()
                .filter(row -> row.state() == ControlRow.State.BROKEN && row.comparesWithPrevious())
                .findFirst();
    }

    /** Of a generation only its number is another one; null of other files, whose names are not known before they come. */
    private static String name(String file, ControlRow row) {
        return row.actual().matches("G[0-9]{4}")
                ? file.replaceFirst(row.actual() + "V[0-9]{2}", row.expected() + "V00")
                : null;
    }

    /** Of a feed of which nothing is known. */
    static Awaited missing(String feed, LocalDate date) {
        return new Awaited(feed, date, null, State.MISSING, null, null, null);
    }

    /** @param version the newest one of a reference */
    static Awaited ofReference(String feed, Optional<Batch> version) {
        return version.map(batch -> new Awaited(feed, null, null, State.SEALED, batch.file(), batch.id(), null))
                .orElseGet(() -> missing(feed, null));
    }

    private static Awaited of(DueFile missing) {
        State state = missing.state() == DueFile.State.LATE ? State.LATE : State.EXPECTED;
        return new Awaited(missing.feed(), missing.date(), null, state, missing.file(), null, missing.due());
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
        return (date == null ? "a file of the reference " + feed : feed + " of " + date) + ", which is "
                + state.text().replace('-', ' ');
    }
}
