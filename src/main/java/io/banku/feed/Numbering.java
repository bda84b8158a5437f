package io.banku.feed;

import java.util.OptionalLong;

/** The numbers of a feed's batches that are in the log: what {@code previous + N} asks. */
public interface Numbering {
    /** Before the feed's first batch. */
    Numbering NONE = upTo(OptionalLong.empty());

    /** Where a number belongs among those that are in. */
    enum Place {
        /** There is none before it. */
        FIRST(true),
        /** The one before it is in: it is the next one, or one that was missing. */
        NEXT(true),
        /** The one before it is missing. */
        AHEAD(false),
        /** It is lower than any that is in. */
        BEHIND(false),
        /** Another batch with it is in. */
        TAKEN(false);

        private final boolean isInTurn;

        Place(boolean isInTurn) {
            this.isInTurn = isInTurn;
        }

        public boolean isInTurn() {
            return isInTurn;
        }
    }

    OptionalLong lowest();

    OptionalLong highest();

    boolean isIn(long number);

    /** The highest one that is in and lower than this; there must be one. */
    long below(long number);

    /** @param step how far one number is from the next, at least 1 */
    default Place place(long number, long step) {
        if (highest().isEmpty()) {
            return Place.FIRST;
        }
        if (isIn(number)) {
            return Place.TAKEN;
        }
        if (isIn(number - step)) {
            return Place.NEXT;
        }
        return number < lowest().getAsLong() ? Place.BEHIND : Place.AHEAD;
    }

    /** What was expected in the place of a number: itself, the one that is missing before it, or the next one of all. */
    default long expected(long number, long step) {
        return switch (place(number, step)) {
            case FIRST, NEXT -> number;
            case AHEAD -> below(number) + step;
            case BEHIND, TAKEN -> highest().orElseThrow() + step;
        };
    }

    /** Of a feed of which only the last one is known. */
    static Numbering upTo(OptionalLong last) {
        return new Numbering() {
            @Override
            public OptionalLong lowest() {
                return last;
            }

            @Override
            public OptionalLong highest() {
                return last;
            }

            @Override
            public boolean isIn(long number) {
                return last.isPresent() && last.getAsLong() == number;
            }

            @Override
            public long below(long number) {
                return last.orElseThrow();
            }
        };
    }
}
