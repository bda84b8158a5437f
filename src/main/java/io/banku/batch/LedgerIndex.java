package io.banku.batch;

import io.banku.log.LogConnection;
import io.banku.log.LogTopic;
import io.banku.log.RawRecord;
import io.banku.log.TopicFollower;
import io.banku.log.TopicReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ledger as this process knows it: read once from its beginning, followed since. Of batches that are sealed it keeps
 * what lists and checks need; the whole of one is read where it lies. Shared by threads.
 */
public final class LedgerIndex implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerIndex.class);

    private final LogConnection connection;
    private final Map<String, FeedLedger> feeds = new HashMap<>();
    private final Map<String, Integer> partitions = new HashMap<>();
    private final UnreadableRecords unreadable = new UnreadableRecords();
    private final BatchIndex batches = new BatchIndex();
    private final NightNotes nights = new NightNotes();
    private final TopicFollower follower;
    /** It was read to its end once. */
    private volatile boolean isWhole;

    private LedgerIndex(LogConnection connection) {
        this.connection = connection;
        this.follower = TopicFollower.start(connection, LogTopic.BATCHES, this::follow);
    }

    public static LedgerIndex follow(LogConnection connection) {
        return new LedgerIndex(connection);
    }

    private void follow(RawRecord entry) {
        nights.put(entry);
        if (entry.value() == null) {
            readable(entry);
            return;
        }
        try {
            LedgerFormat.batch(entry.key(), entry.value()).ifPresent(batch -> put(batch, entry));
            LedgerFormat.claim(entry.key(), entry.value())
                    .ifPresent(claim -> feed(claim.feed(), entry.partition()).put(claim));
            LedgerFormat.decision(entry.key(), entry.value())
                    .ifPresent(
                            decision -> feed(decision.feed(), entry.partition()).put(decision));
            LedgerFormat.wish(entry.key(), entry.value())
                    .ifPresent(wish -> feed(wish.feed(), entry.partition()).put(wish));
            LedgerFormat.fourEyes(entry.key(), entry.value())
                    .ifPresent(two -> feed(two.feed(), entry.partition()).put(two));
            LedgerFormat.repair(entry.key(), entry.value())
                    .ifPresent(repair -> feed(repair.feed(), entry.partition()).put(repair));
            LedgerFormat.repaired(entry.key(), entry.value())
                    .ifPresent(
                            repaired -> feed(repaired.feed(), entry.partition()).put(repaired));
            LedgerFormat.calendars(entry.key(), entry.value())
                    .ifPresent(calendars ->
                            feed(calendars.feed(), entry.partition()).put(calendars));
            LedgerFormat.excuse(entry.key(), entry.value())
                    .ifPresent(excuse -> feed(excuse.feed(), entry.partition()).put(excuse));
            LedgerFormat.assignment(entry.key(), entry.value())
                    .ifPresent(given ->
                            feed(given.feed(), entry.partition()).assignments().put(given));
            readable(entry);
        } catch (RuntimeException unreadable) {
            String why =
                    "partition " + entry.partition() + " offset " + entry.offset() + ": " + unreadable.getMessage();
            LOG.error("{}", why);
            unreadable(entry, why);
        }
    }

    /** It was written over by what can be read, or by nothing. */
    private synchronized void readable(RawRecord entry) {
        if (unreadable.forget(entry.key())) {
            feeds.values().forEach(ledger -> ledger.putReadable(entry.key()));
        }
    }

    private synchronized void unreadable(RawRecord entry, String why) {
        unreadable.put(entry, why);
        feeds.forEach((name, ledger) -> unreadable.tell(name, partitions.get(name), ledger));
    }

    /** @param partition that of the feed */
    synchronized FeedLedger feed(String feed, int partition) {
        FeedLedger known = feeds.get(feed);
        if (known == null) {
            known = new FeedLedger();
            feeds.put(feed, known);
            partitions.put(feed, partition);
            unreadable.tell(feed, partition, known);
        }
        return known;
    }

    private void put(Batch batch, RawRecord entry) {
        Batch kept = batch.state() == BatchState.SEALED ? batch.inShort() : batch;
        feed(batch.feed(), entry.partition()).put(kept);
        batches.put(kept, new BatchIndex.Place(entry.partition(), entry.offset()));
    }

    /** How far the partition of the ledger was read. */
    long reached(int partition) {
        return follower.reached(partition);
    }

    /**
     * What is in the ledger at the time of the call, in short.
     *
     * @param state of those that are wanted, or null for all
     * @param from where the page begins, or null for the first one
     * @throws io.banku.log.LogUnavailableException when Kafka does not answer
     */
    public BatchIndex.Page page(BatchState state, Predicate<Batch> wanted, BatchIndex.PageKey from, int most) {
        follower.awaitEnd();
        return batches.page(state, wanted, from, most);
    }

    /**
     * The ones whose id begins like this, in short.
     *
     * @throws io.banku.log.LogUnavailableException when Kafka does not answer
     */
    public Collection<Batch> beginningWith(String idBeginning) {
        follower.awaitEnd();
        return batches.beginningWith(idBeginning);
    }

    /** All of its last snapshot. */
    public Batch whole(Batch batch) {
        if (batch.state() != BatchState.SEALED) {
            return batch;
        }
        return read(batches.place(batch.id())).orElse(batch);
    }

    private Optional<Batch> read(BatchIndex.Place place) {
        return TopicReader.at(connection, LogTopic.BATCHES, place.partition(), place.offset())
                .flatMap(found -> LedgerFormat.batch(found.key(), found.value()));
    }

    /**
     * As {@link #whole}, for the owner, who knows of what it has just written before it comes back from the ledger.
     *
     * @throws io.banku.log.LogUnavailableException when Kafka does not answer
     */
    Batch wholeNow(Batch batch) {
        if (batch.state() != BatchState.SEALED) {
            return batch;
        }
        follower.awaitEnd();
        return read(batches.place(batch.id()))
                .filter(whole -> whole.revision() == batch.revision())
                .orElseThrow(() -> new IllegalStateException("expected revision " + batch.revision() + " of batch "
                        + batch.id() + " at the end of the ledger, found another"));
    }

    /** What waits for somebody else to approve of it, as the ledger is known so far. */
    public Optional<Wish> wish(Batch batch) {
        return ledger(batch.feed()).flatMap(ledger -> ledger.wish(batch));
    }

    /** Why what waits cannot be approved of any more; empty where it can. */
    public Optional<String> isVoid(Wish wish, Batch batch) {
        return wish.isVoid(batch, lastRepair(batch));
    }

    /** The last thing that was said about rejects of this attempt of a batch; null where nothing was. */
    public String lastRepair(Batch batch) {
        return ledger(batch.feed()).map(ledger -> ledger.lastRepair(batch)).orElse(null);
    }

    /** Whether a second person has to approve of it. */
    public boolean takesTwo(Batch batch, Decision.Action action) {
        return ledger(batch.feed())
                .flatMap(FeedLedger::fourEyes)
                .filter(two -> two.actions().contains(action))
                .isPresent();
    }

    /** Where the rejects stand of which something was said, by their records. */
    public SortedMap<Long, RejectLife> lives(Batch batch) {
        return ledger(batch.feed()).map(ledger -> ledger.lives(batch.id())).orElseGet(TreeMap::new);
    }

    /** As {@link #lives}, of one record. */
    public RejectLife life(Batch batch, long record) {
        return lives(batch).getOrDefault(record, RejectLife.NEW);
    }

    /** What stands in the place of records of a batch that is looked at: all that was corrected, where it is not in the log. */
    SortedMap<Long, byte[]> corrections(Batch batch) {
        return ledger(batch.feed()).map(ledger -> ledger.latest(batch)).orElseGet(TreeMap::new);
    }

    /** What its last check read in the place of records. */
    SortedMap<Long, byte[]> applied(Batch batch) {
        return ledger(batch.feed()).map(ledger -> ledger.corrections(batch)).orElseGet(TreeMap::new);
    }

    /** What is said of nights. */
    public NightNotes nights() {
        return nights;
    }

    /**
     * Returns when all is known that is in the ledger at the time of the call.
     *
     * @throws io.banku.log.LogUnavailableException when Kafka does not answer
     */
    public void awaitEnd() {
        follower.awaitEnd();
        isWhole = true;
    }

    /** A feed's day, as far as it is known. */
    public DayOfFeed day(String feed, LocalDate date) {
        return ledger(feed)
                .map(ledger -> ledger.day(feed, date))
                .orElseGet(() -> new DayOfFeed(feed, date, List.of(), true, Optional.empty()));
    }

    /** The days of which a feed's files are here. */
    public Set<LocalDate> days(String feed) {
        return ledger(feed).map(FeedLedger::days).orElseGet(Set::of);
    }

    /** What is known of a feed, also by those who do not own it. */
    synchronized Optional<FeedLedger> ledger(String feed) {
        return Optional.ofNullable(feeds.get(feed));
    }

    /**
     * Files that are due and not here, of all feeds: those that are due first come first. As the ledger is at the time of the
     * call.
     *
     * @throws io.banku.log.LogUnavailableException when Kafka does not answer
     */
    public List<DueFile> missing(Instant now) {
        awaitEnd();
        return missingAsKnown(now);
    }

    /** As {@link #missing}, without asking for news; but of a ledger that is half read all that is behind would be missing. */
    public List<DueFile> missingSoFar(Instant now) {
        return isWhole ? missingAsKnown(now) : missing(now);
    }

    private synchronized List<DueFile> missingAsKnown(Instant now) {
        return feeds.values().stream()
                .flatMap(ledger -> ledger.missing(now).stream())
                .sorted(Comparator.comparing(DueFile::due).thenComparing(DueFile::feed))
                .toList();
    }

    /**
     * The file of a feed and a day, as the ledger is at the time of the call; empty where none is due, or it is here.
     *
     * @throws io.banku.log.LogUnavailableException when Kafka does not answer
     */
    public Optional<DueFile> missing(String feed, LocalDate date, Instant now) {
        follower.awaitEnd();
        return ledger(feed).flatMap(ledger -> ledger.missing(date, now));
    }

    /** All that are known so far, in short. */
    public BatchIndex batches() {
        return batches;
    }

    @Override
    public void close() {
        follower.close();
    }
}
