package io.banku.batch;

import io.banku.feed.expression.Lookups;
import io.banku.reference.EntryFile;
import java.util.Map;

/** Look-ups in versions that do not change any more. Shared by threads. */
final class PinnedLookups implements Lookups {
    private final Map<String, Version> versions;
    private final Map<Long, PinnedLookups> apart;

    /** @param told which one it is */
    record Version(EntryFile entries, String told) {}

    /** @param apart of records that are looked up in other versions */
    PinnedLookups(Map<String, Version> versions, Map<Long, PinnedLookups> apart) {
        this.versions = versions;
        this.apart = apart;
    }

    @Override
    public String find(String reference, String key, long record) {
        return of(reference, record).entries().find(key);
    }

    @Override
    public String version(String reference, long record) {
        return of(reference, record).told();
    }

    private Version of(String reference, long record) {
        PinnedLookups other = apart.isEmpty() ? null : apart.get(record);
        Version version = (other == null ? this : other).versions.get(reference);
        if (version == null) {
            throw new IllegalStateException(
                    "expected a version of " + reference + " for record " + record + ", found none chosen");
        }
        return version;
    }
}
