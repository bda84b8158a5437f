package io.banku.record;

import io.banku.copybook.DataItem;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Which descriptions of the same bytes fit a record, as far as it was read by them: so that who asks where it ends need not
 * read it again. One record, one thread.
 */
final class Fits {
    /** The descriptions that are asked about, by number; those of no number are tried each time. */
    static final class Numbers {
        private final Map<DataItem, Integer> numbers = new IdentityHashMap<>();

        int add(DataItem item) {
            numbers.putIfAbsent(item, numbers.size() < Long.SIZE ? numbers.size() : NONE);
            return numbers.get(item);
        }

        int of(DataItem item) {
            return numbers.getOrDefault(item, NONE);
        }
    }

    /** Of what nobody asks about. */
    static final int NONE = -1;

    private long known;
    private long fitting;

    void note(int number, boolean fits) {
        if (number != NONE) {
            known |= 1L << number;
            fitting |= fits ? 1L << number : 0;
        }
    }

    boolean knows(int number) {
        return number != NONE && (known & 1L << number) != 0;
    }

    /** Of one that is known. */
    boolean fits(int number) {
        return (fitting & 1L << number) != 0;
    }
}
