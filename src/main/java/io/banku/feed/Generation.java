package io.banku.feed;

import java.util.Locale;
import java.util.OptionalLong;

/**
 * The last qualifier of a mainframe's generation data set, {@code G0042V00}: a generation from 1 to 9999 and a version from 0 to
 * 99, of which the mainframe keeps one. Behind 9999 comes 1. (IBM, z/OS DFSMS Using Data Sets, Absolute Generation and Version
 * Numbers.) Immutable.
 */
public record Generation(int number, int version) {
    static final long MOST = 9999;
    /** As far behind the highest one the mainframe, too, takes a lower number for a later generation. */
    private static final long WRAPPED = 2000;

    static final String PATTERN = "G(?<generation>(?!0000)[0-9]{4})V(?<version>[0-9]{2})";

    /**
     * Its place in a row that does not begin again: behind 9999 comes 10000, which is G0001.
     *
     * @param last a place in that row near which it is; the number itself where there is none
     */
    public long place(OptionalLong last) {
        if (last.isEmpty()) {
            return number;
        }
        long highest = last.getAsLong();
        long same = number + Math.floorDiv(highest - 1, MOST) * MOST;
        if (highest - same > WRAPPED && same + MOST - highest <= WRAPPED) {
            return same + MOST;
        }
        return same - highest > WRAPPED && highest - (same - MOST) <= WRAPPED ? same - MOST : same;
    }

    /** {@code G0001} of the place 10000. */
    public static String told(long place) {
        return String.format(Locale.ROOT, "G%04d", Math.floorMod(place - 1, MOST) + 1);
    }

    /** {@code G0042V00}. */
    @Override
    public String toString() {
        return told(number) + String.format(Locale.ROOT, "V%02d", version);
    }
}
