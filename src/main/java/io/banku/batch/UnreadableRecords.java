package io.banku.batch;

import io.banku.log.RawRecord;
import java.util.HashMap;
import java.util.Map;

/** Records of the ledger that cannot be read, until they are written over. For one thread at a time. */
final class UnreadableRecords {
    private final Map<String, Unreadable> records = new HashMap<>();

    /** @param feed null where it does not say of which it is */
    private record Unreadable(String key, String feed, int partition, String why) {
        /** It is about all feeds of the partition where it does not even say of which it is. */
        boolean isAbout(String name, int partitionOfFeed) {
            return feed == null ? partition == partitionOfFeed : feed.equals(name);
        }
    }

    void put(RawRecord entry, String why) {
        String feed = LedgerFormat.feed(entry.value()).orElse(null);
        records.put(entry.key(), new Unreadable(entry.key(), feed, entry.partition(), why));
    }

    /** @return whether it was one */
    boolean forget(String key) {
        return records.remove(key) != null;
    }

    /** A feed is told of all that are about it. */
    void tell(String feed, int partition, FeedLedger ledger) {
        records.values().stream()
                .filter(record -> record.isAbout(feed, partition))
                .forEach(record -> ledger.putUnreadable(record.key(), record.why()));
    }
}
