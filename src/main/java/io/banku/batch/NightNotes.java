package io.banku.batch;

import io.banku.log.RawRecord;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The ledger's records about nights, {@code night/…}, which are of no feed: kept as they are, for whoever can read them.
 * Shared by threads.
 */
public final class NightNotes {
    /** All of them lie in the partition of the ledger that a feed of this name would have. */
    public static final String PLACE = "nights";

    private static final String BEGINNING = "night/";

    private final ConcurrentSkipListMap<String, byte[]> byKey = new ConcurrentSkipListMap<>();
    private final AtomicLong changes = new AtomicLong();

    void put(RawRecord entry) {
        if (entry.key() != null && entry.key().startsWith(BEGINNING)) {
            if (entry.value() == null) {
                byKey.remove(entry.key());
            } else {
                byKey.put(entry.key(), entry.value());
            }
        }
        changes.incrementAndGet();
    }

    /** By what stands behind {@code night/} in their keys. */
    public SortedMap<String, byte[]> all() {
        SortedMap<String, byte[]> all = new TreeMap<>();
        byKey.forEach((key, value) -> all.put(key.substring(BEGINNING.length()), value));
        return all;
    }

    /** The key of one. */
    public static String key(String of) {
        return BEGINNING + of;
    }

    /** Grows with every record of the whole ledger: where it is what it was, nothing has changed. */
    public long changes() {
        return changes.get();
    }
}
