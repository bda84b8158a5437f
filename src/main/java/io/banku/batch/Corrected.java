package io.banku.batch;

import io.banku.feed.Corrections;
import java.util.Map;

/** Corrections of a batch's records, by their numbers. */
final class Corrected {
    private Corrected() {}

    static Corrections in(Map<Long, byte[]> records) {
        return records.isEmpty() ? Corrections.NONE : record -> records.get(record.number);
    }
}
