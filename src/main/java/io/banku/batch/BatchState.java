package io.banku.batch;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Where a batch stands. Each state has one directory and one kind of record in the ledger. A file that has arrived
 * is not a batch yet: nothing is known of it but that it is there.
 */
public enum BatchState {
    /** Hashed, its definition laid beside it. The owner of its feed checks it, or holds it as a suspected duplicate. */
    STAGED,
    /** Read once from end to end, and fit to be published. The owner publishes it. */
    CHECKED,
    /** It is behind the batch of another feed, which is not in the log yet. The owner goes on when that one is. */
    WAITING,
    /** Something does not add up. An operator moves it on: release, or, while nothing is in the log, refuse. */
    HELD,
    /** Cannot be read as what it should be, or an operator said so; nothing is in the log. The same bytes may come back. */
    REFUSED,
    /** Some chunks are in the log. The owner goes on, whatever happened in between. */
    PUBLISHING,
    /** All of it is in the log, for ever; rejects of it may become events later. */
    SEALED;

    private Set<BatchState> next() {
        return switch (this) {
            case STAGED -> EnumSet.of(CHECKED, WAITING, HELD, REFUSED);
            case WAITING -> EnumSet.of(WAITING, STAGED, REFUSED);
            case CHECKED -> EnumSet.of(PUBLISHING, SEALED, HELD);
            case HELD -> EnumSet.of(HELD, STAGED, REFUSED);
            case PUBLISHING -> EnumSet.of(PUBLISHING, SEALED, HELD);
            case REFUSED -> EnumSet.of(STAGED);
            case SEALED -> EnumSet.of(SEALED);
        };
    }

    /** True while the owner of the feed has work to do on it. */
    public boolean isUnderWay() {
        return this == STAGED || this == CHECKED || this == PUBLISHING;
    }

    /** @throws IllegalStateException when there is no such way */
    BatchState to(BatchState state) {
        if (!next().contains(state)) {
            throw new IllegalStateException(
                    "expected a way from " + this + " to one of " + next() + ", found " + state);
        }
        return state;
    }

    /** How it is written in the ledger, in reports and in answers: {@code sealed}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The directory in which its batches are kept. */
    String directory() {
        return this == SEALED ? "archive" : text();
    }
}
