package io.banku.cli;

import io.banku.record.Shown;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is wrong with records: told a few times for each field and reason, and only counted from then on. One thread. */
final class Complaints {
    private static final int MOST_TOLD = 3;

    /** A copybook has so many fields at most that a person would look at. */
    private static final int MOST_KINDS = 1_000;

    private static final String OTHERS = "others";

    private final Map<String, long[]> counts = new LinkedHashMap<>();

    /** Counts one more; whether it is to be told in full. */
    boolean isTold(String code, String field) {
        String kind = field == null ? code : code + " " + field;
        String counted = counts.containsKey(kind) || counts.size() < MOST_KINDS ? kind : OTHERS;
        return ++counts.computeIfAbsent(counted, none -> new long[1])[0] <= MOST_TOLD;
    }

    /** How often each was there that is not told to the end. */
    void summarise(PrintWriter err) {
        counts.forEach((kind, count) -> {
            if (count[0] > MOST_TOLD) {
                err.println("banku: " + Shown.of(kind) + ": " + count[0] + " in all, " + (count[0] - MOST_TOLD)
                        + " of them not shown");
            }
        });
    }
}
