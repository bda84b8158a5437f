package io.banku.inspect;

import java.util.Map;
import java.util.TreeMap;

/** How many records there are of each type; of so many types that are told apart, and the rest together. One thread. */
final class TypeCount {
    /** Type of records that are too short to have one, and of those behind the first {@link #MOST} types. */
    static final int OTHERS = -1;

    private static final int MOST = 100;

    private final int[] types = new int[MOST];
    private final long[] counts = new long[MOST];
    private int size;
    private long others;

    void add(int type) {
        int place = 0;
        while (place < size && types[place] != type) {
            place++;
        }
        if (type == OTHERS || place == MOST) {
            others++;
            return;
        }
        if (place == size) {
            types[size++] = type;
        }
        counts[place]++;
    }

    Map<Integer, Long> all() {
        Map<Integer, Long> all = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            all.put(types[i], counts[i]);
        }
        if (others > 0) {
            all.put(OTHERS, others);
        }
        return all;
    }
}
