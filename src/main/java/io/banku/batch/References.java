package io.banku.batch;

import io.banku.feed.Feed;
import io.banku.feed.expression.LookupUse;
import io.banku.feed.expression.Lookups;
import io.banku.reference.EntryFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The versions of references: each is a batch of its feed that is sealed, and its entries lie in a file,
 * {@code references/FEED/ID.entries}. That is made from the batch's own file where it is missing, by whoever needs it first.
 * Shared by threads.
 */
final class References {
    private static final int MOST_OPEN = 16;

    private final Directories directories;
    private final LedgerIndex index;
    private final Map<String, EntryFile> open = new LinkedHashMap<>(MOST_OPEN, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, EntryFile> eldest) {
            return size() > MOST_OPEN;
        }
    };

    References(Directories directories, LedgerIndex index) {
        this.directories = directories;
        this.index = index;
    }

    /** The newest version of a reference that this process knows. */
    Optional<Batch> newest(String feed) {
        return index.ledger(feed).flatMap(FeedLedger::newestVersion);
    }

    /** Of each reference that a feed looks up the newest version, by its feed; without those that have none. */
    Map<String, String> newest(Feed feed) {
        Map<String, String> versions = new TreeMap<>();
        for (LookupUse use : feed.lookups()) {
            newest(use.reference()).ifPresent(batch -> versions.put(use.reference(), batch.id()));
        }
        return versions;
    }

    /** {@code card-accounts, version 12 (…)}, of each of them. */
    List<String> told(Map<String, String> pins) throws IOException {
        List<String> told = new ArrayList<>();
        for (Map.Entry<String, String> pin : pins.entrySet()) {
            told.add(pin.getKey() + ", " + told(batch(pin.getKey(), pin.getValue())));
        }
        return told;
    }

    /** Each record is looked up in these versions. @param pins the batch, by the reference that is looked up */
    Lookups in(Map<String, String> pins) throws IOException {
        return in(pins, Map.of());
    }

    /** @param others for records that are looked up in other versions */
    Lookups in(Map<String, String> pins, Map<Long, Map<String, String>> others) throws IOException {
        if (pins.isEmpty() && others.isEmpty()) {
            return Lookups.NONE;
        }
        Map<Map<String, String>, PinnedLookups> same = new HashMap<>();
        Map<Long, PinnedLookups> apart = new HashMap<>();
        for (Map.Entry<Long, Map<String, String>> each : others.entrySet()) {
            if (!same.containsKey(each.getValue())) {
                same.put(each.getValue(), new PinnedLookups(versions(each.getValue()), Map.of()));
            }
            apart.put(each.getKey(), same.get(each.getValue()));
        }
        return new PinnedLookups(versions(pins), apart);
    }

    private Map<String, PinnedLookups.Version> versions(Map<String, String> pins) throws IOException {
        Map<String, PinnedLookups.Version> versions = new HashMap<>();
        for (Map.Entry<String, String> pin : pins.entrySet()) {
            Batch batch = batch(pin.getKey(), pin.getValue());
            versions.put(pin.getKey(), new PinnedLookups.Version(entries(batch), told(batch)));
        }
        return versions;
    }

    /** {@code version 12 (CARDS.D261120, batch 3fa94c0b7d21)}. */
    static String told(Batch batch) {
        return "version " + batch.version() + " (" + batch.file() + ", batch "
                + batch.id().substring(0, 12) + ")";
    }

    private Batch batch(String feed, String id) throws IOException {
        return index.ledger(feed)
                .flatMap(ledger -> ledger.batch(id))
                .orElseThrow(() -> new IOException("BNK-5096 expected to know batch " + id + " of the reference " + feed
                        + ", found it not in the ledger"));
    }

    /** Of a batch that is sealed. */
    synchronized EntryFile entries(Batch batch) throws IOException {
        EntryFile known = open.get(batch.id());
        if (known != null) {
            return known;
        }
        Path file = file(batch);
        Optional<EntryFile> there = Files.exists(file) ? EntryFile.open(file) : Optional.empty();
        EntryFile entries = there.isPresent() ? there.get() : made(batch, file);
        open.put(batch.id(), entries);
        return entries;
    }

    /** As {@link #entries}, of a batch that is not sealed yet: what was made of it before may be of other corrections. */
    synchronized EntryFile entriesAnew(Batch batch) throws IOException {
        open.remove(batch.id());
        Files.deleteIfExists(file(batch));
        return entries(batch);
    }

    private Path file(Batch batch) {
        return directories.references(batch.feed()).resolve(batch.id() + EntryFolder.ENTRIES);
    }

    private EntryFile made(Batch batch, Path file) throws IOException {
        FeedLedger known = index.ledger(batch.feed()).orElseThrow();
        EntryFolder folder = new EntryFolder(directories.references(batch.feed()));
        folder.forget(known, index.batches()::isLookedUp);
        folder.make(batch, file, directories.found(batch), known.corrections(batch), in(batch.references()));
        return EntryFile.open(file)
                .orElseThrow(() -> new IOException("expected " + file + " as it was just written, found it otherwise"));
    }
}
