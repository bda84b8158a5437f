package io.banku.batch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the ledger says about one feed. Filled by the thread that reads the ledger and by the feed's owner, who knows its
 * own records before they come back; a snapshot never goes back behind a later one. What is asked for at each step is kept
 * ready, so that a step costs the same after a year of batches.
 */
final class FeedLedger {
    private final TreeMap<String, Batch> batches = new TreeMap<>();
    private final Map<String, Batch> underWay = new LinkedHashMap<>();
    private final Map<String, Batch> held = new LinkedHashMap<>();
    private final Map<String, Set<String>> byContent = new HashMap<>();
    private final Map<String, Set<String>> byLabel = new HashMap<>();
    private final FeedRulings rulings = new FeedRulings();
    /** Records that could not be read, by key, until they are written over. */
    private final Map<String, String> unreadable = new TreeMap<>();

    private final FeedDays days = new FeedDays();
    private final FeedRepairs repairs = new FeedRepairs();
    private String lastClaim = "";
    private final Sequence sequence = new Sequence();
    private final Assignments assignments = new Assignments();
    private Batch lastMoved;
    /** The newest version, where the feed is a reference. */
    private Batch newest;

    /** A later version wrote it, perhaps: what it says of the feed is not known. */
    synchronized void putUnreadable(String key, String why) {
        unreadable.put(key, why);
        notifyAll();
    }

    /** It was written over by what can be read, or by nothing. */
    synchronized void putReadable(String key) {
        unreadable.remove(key);
    }

    /** @throws IllegalStateException when not all that the ledger says of the feed is known */
    synchronized void requireReadable() {
        if (!unreadable.isEmpty()) {
            throw new IllegalStateException("BNK-5026 expected to know all that the ledger says of the feed, found "
                    + unreadable.size() + " records that cannot be read; did a later version write them? Run that one."
                    + " The first: " + unreadable.values().iterator().next());
        }
    }

    synchronized void put(Batch batch) {
        Batch known = batches.get(batch.id());
        if (known != null && known.revision() >= batch.revision()) {
            return;
        }
        Batch kept = batch.state() == BatchState.SEALED ? batch.inShort() : batch;
        batches.put(kept.id(), kept);
        keep(underWay, kept, kept.state().isUnderWay());
        keep(held, kept, kept.isToBeDecided());
        file(byContent, known == null ? null : known.unpackedSha256(), kept.unpackedSha256(), kept.id());
        file(byLabel, known == null ? null : known.label(), kept.label(), kept.id());
        sequence.put(kept);
        days.put(known, kept);
        lastMoved = kept;
        if (kept.version() != null && (newest == null || kept.version() >= newest.version())) {
            newest = kept;
        }
        notifyAll();
    }

    private static void keep(Map<String, Batch> some, Batch batch, boolean isOne) {
        if (isOne) {
            some.put(batch.id(), batch);
        } else {
            some.remove(batch.id());
        }
    }

    private static void file(Map<String, Set<String>> index, String before, String now, String id) {
        if (before != null && !Objects.equals(before, now)) {
            index.getOrDefault(before, Set.of()).remove(id);
        }
        index.computeIfAbsent(now, key -> new LinkedHashSet<>(2)).add(id);
    }

    synchronized void put(Claim claim) {
        lastClaim = claim.claim();
        notifyAll();
    }

    synchronized void put(Decision decision) {
        rulings.put(decision);
        notifyAll();
    }

    synchronized void put(Wish wish) {
        rulings.put(wish);
        notifyAll();
    }

    synchronized void put(FourEyes known) {
        rulings.put(known);
        notifyAll();
    }

    /** What waits for somebody else to approve of it; not what was carried out or has become another matter since. */
    synchronized Optional<Wish> wish(Batch batch) {
        return rulings.wish(batch);
    }

    synchronized Optional<FourEyes> fourEyes() {
        return rulings.fourEyes();
    }

    /** The decision by two by which a batch is on its way, if it is by one. */
    synchronized Optional<Decision> approved(Batch batch) {
        return rulings.approved(batch);
    }

    synchronized void put(Repair repair) {
        repairs.put(repair);
        notifyAll();
    }

    /** Also by the owner, before it comes back. */
    synchronized void put(Repaired repaired) {
        repairs.put(repaired);
        notifyAll();
    }

    /** Those in the log of which rejects are to be resubmitted, in the order in which that was asked for. */
    synchronized List<Batch> toResubmit() {
        return repairs.asked().stream()
                .map(batches::get)
                .filter(batch -> batch != null && batch.state() == BatchState.SEALED)
                .toList();
    }

    /** Where the rejects of a batch stand of which something was said. */
    synchronized SortedMap<Long, RejectLife> lives(String batch) {
        return repairs.lives(batch);
    }

    /** The last thing that was said about rejects of this attempt, for its next check; null where nothing was. */
    synchronized String lastRepair(Batch batch) {
        return repairs.last(batch);
    }

    /** What its last check read in the place of records, and so what is published. */
    synchronized SortedMap<Long, byte[]> corrections(Batch batch) {
        return repairs.corrections(batch);
    }

    /** What would be read if all that was corrected meanwhile went into the log, too. */
    synchronized SortedMap<Long, byte[]> latest(Batch batch) {
        return repairs.latest(batch);
    }

    synchronized void put(Calendars known) {
        days.put(known);
        notifyAll();
    }

    synchronized void put(Excuse excuse) {
        days.put(excuse);
        notifyAll();
    }

    synchronized Optional<Calendars> calendars() {
        return days.calendars();
    }

    /** Files that are due and not here; none where no calendar says so. */
    synchronized List<DueFile> missing(Instant now) {
        return days.missing(now);
    }

    /** The file of a day, where it is due and not here. */
    synchronized Optional<DueFile> missing(LocalDate date, Instant now) {
        return days.missing(date, now);
    }

    /** What there is of a day. */
    synchronized DayOfFeed day(String feed, LocalDate date) {
        return days.of(feed, date, batches::get);
    }

    /** The days of which files are here. */
    synchronized Set<LocalDate> days() {
        return days.all();
    }

    synchronized void awaitClaim(String claim) throws InterruptedException {
        while (!lastClaim.equals(claim)) {
            wait();
        }
    }

    /** Returns when something was written to the ledger, somebody called {@link #wake}, or the time is over. */
    synchronized void awaitNews(long millis) throws InterruptedException {
        wait(millis);
    }

    synchronized void wake() {
        notifyAll();
    }

    synchronized Optional<Batch> batch(String id) {
        return Optional.ofNullable(batches.get(id));
    }

    /** The batch to whose attempt a folder of this name belongs, in whatever state. */
    synchronized Optional<Batch> ofFolder(String name, String idBeginning) {
        return batches.subMap(idBeginning, idBeginning + '~').values().stream()
                .filter(batch -> batch.folderName().equals(name))
                .findFirst();
    }

    /** Others that were read from the same bytes; without those that make no events, of which nothing could be doubled. */
    synchronized List<Batch> sameContent(Batch batch) {
        return others(batch, byContent, batch.unpackedSha256())
                .filter(other -> !other.makesNoEvents())
                .toList();
    }

    /** Others that are the same file by what makes a file one of the feed's own, as its name. */
    synchronized List<Batch> sameIdentity(Batch batch) {
        return others(batch, byLabel, batch.label()).toList();
    }

    /** The batch of this file of which something is in, and not all. */
    synchronized Optional<Batch> partlyIn(String file, String unpackedSha256) {
        return byContent.getOrDefault(unpackedSha256, Set.of()).stream()
                .map(batches::get)
                .filter(batch -> batch.isPartlyIn() && batch.file().equals(file))
                .findFirst();
    }

    /** Those that came into their state since then and have something in the log, or will have. */
    synchronized List<Batch> inLogSince(Instant since) {
        return batches.values().stream()
                .filter(batch -> !batch.movedAt().isBefore(since) && (batch.isIn() || batch.isOnItsWay()))
                .toList();
    }

    synchronized List<Batch> heldFor(HoldReason reason) {
        return held.values().stream().filter(batch -> batch.heldFor() == reason).toList();
    }

    /** What was refused is as if it had never been there. */
    private Stream<Batch> others(Batch batch, Map<String, Set<String>> index, String key) {
        return index.getOrDefault(key, Set.of()).stream()
                .map(batches::get)
                .filter(other ->
                        !other.id().equals(batch.id()) && (other.state() != BatchState.REFUSED || other.isPartlyIn()));
    }

    /** Which numbers of its sequence are in the log. */
    Sequence sequence() {
        return sequence;
    }

    /** Which files that no feed claimed are this one's. */
    Assignments assignments() {
        return assignments;
    }

    /** The decision about the batch as it is held now; one that was carried out has made a later revision of it. */
    synchronized Optional<Decision> openDecision(Batch batch) {
        return rulings.open(batch);
    }

    /** In the order in which they came. */
    synchronized List<Batch> underWay() {
        return new ArrayList<>(underWay.values());
    }

    /** Held or waiting, in the order in which they came. */
    synchronized List<Batch> toBeDecided() {
        return new ArrayList<>(held.values());
    }

    /** How this feed stands on a day for which batches of another one wait. */
    synchronized Awaited awaited(String feed, LocalDate date, Instant now) {
        return days.awaited(feed, date, batches::get, now);
    }

    /** Its newest version that is sealed, where the feed is a reference and has one. */
    synchronized Optional<Batch> newestVersion() {
        return Optional.ofNullable(newest);
    }

    /** The one that came into its state last. */
    synchronized Optional<Batch> lastMoved() {
        return Optional.ofNullable(lastMoved);
    }
}
