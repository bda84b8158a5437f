package io.banku.batch;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a record of a reference is on {@code banku.references}: under {@code FEED/KEY} the value that the key has now.
 *
 * @param value null where the key is gone: then its record is a tombstone
 * @param record of the batch; 0 where the key is gone
 */
public record KeptEntry(String key, String value, long record) {
    static KeptEntry gone(String key) {
        return new KeptEntry(key, null, 0);
    }

    public String topicKey(String feed) {
        return feed + "/" + key;
    }

    /** Null is a tombstone. */
    public byte[] topicValue(String feed, String batch) {
        if (value == null) {
            return null;
        }
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("feed", feed);
        shape.put("key", key);
        shape.put("value", value);
        shape.put("batch", batch);
        shape.put("record", record);
        return LedgerFormat.write(shape);
    }
}
