package io.banku.batch;

import io.banku.feed.Feed;
import io.banku.log.EventLog;
import io.banku.log.KnownTopics;
import io.banku.log.LogConnection;
import io.banku.log.PartitionChunk;
import io.banku.log.Place;
import io.banku.log.Positions;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The feeds that this process owns: those whose partition of the ledger is assigned to it. {@link #follow} and the
 * callbacks run on the polling thread.
 */
public final class FeedOwners implements Positions {
    private static final Logger LOG = LoggerFactory.getLogger(FeedOwners.class);

    private static final long STOP_MILLIS = 5_000;

    private final Ingest ingest;
    private final LogConnection connection;
    private final KnownTopics topics;
    private final BatchRoute route;
    private final Map<Integer, Long> positions = new ConcurrentHashMap<>();
    private final LedgerIndex index;
    private final Map<String, Owned> owners = new ConcurrentHashMap<>();
    private final Outage outage;
    /** What the ledger lacks, by partition. */
    private final Map<Integer, Standing> gaps = new ConcurrentHashMap<>();

    private record Owned(FeedOwner owner, Thread thread) {}

    public FeedOwners(
            Ingest ingest, LedgerIndex index, LogConnection connection, KnownTopics topics, BatchRoute route) {
        this.index = index;
        this.ingest = ingest;
        this.connection = connection;
        this.topics = topics;
        this.route = route;
        this.outage = new Outage(ingest.clock());
    }

    /** Whoever is assigned partitions owns their feeds; what is in them the index reads for all. */
    public void follow(PartitionChunk chunk) {
        positions.put(chunk.partition(), chunk.next());
        chunk.done();
    }

    /** A file has arrived for the feed: its owner need not wait until it looks again. */
    public void wake(String feed) {
        index.feed(feed, partition(feed)).wake();
    }

    /** The partition of the ledger in which a feed's batches are written. */
    public int partition(String feed) {
        return EventLog.partition(feed, topics.partitions());
    }

    /** Whether this process has the feed's partition, also where it has no folder for it or one with faults. */
    public boolean has(String feed) {
        return positions.containsKey(partition(feed));
    }

    @Override
    public Place stored(int partition) {
        return Place.at(positions.computeIfAbsent(partition, index::reached));
    }

    @Override
    public synchronized void assigned(Collection<Integer> assigned) {
        for (Feed compiled : ingest.feeds().feeds()) {
            String feed = compiled.name();
            int partition = partition(feed);
            if (assigned.contains(partition)) {
                FeedOwner owner = new FeedOwner(feed, partition, index, ingest, connection, topics, route, outage);
                Thread thread = new Thread(owner, "feed-" + feed);
                owners.put(feed, new Owned(owner, thread));
                thread.start();
            }
        }
    }

    /** The owners are told to stop, not waited for: whoever comes next fences them. */
    @Override
    public synchronized void revoked(Collection<Integer> revoked) {
        revoked.forEach(positions::remove);
        revoked.forEach(gaps::remove);
        owners.entrySet().removeIf(owner -> {
            boolean goes = revoked.contains(partition(owner.getKey()));
            if (goes) {
                owner.getValue().thread().interrupt();
            }
            return goes;
        });
    }

    /** What does not go on now in the feeds that this process owns. */
    public List<Standing> standing() {
        return Stream.concat(
                        gaps.values().stream(),
                        owners.values().stream().flatMap(owned -> owned.owner().standing().stream()))
                .toList();
    }

    @Override
    public void gap(int partition, String detail) {
        String why = "partition " + partition + " of the ledger cannot be read on, its feeds wait: " + detail
                + ". Was the topic banku.batches deleted or cut?";
        Instant now = ingest.clock().instant();
        if (gaps.putIfAbsent(partition, new Standing("feed", null, null, "BNK-5011", why, now, 0)) == null) {
            LOG.error("BNK-5011 {}", why);
        }
    }

    @Override
    public void lag(int partition, long offsets) {
        gaps.remove(partition);
    }

    /** Stops all owners and waits for them: their files are closed and their transactions ended when this returns. */
    public void stop() {
        List<Thread> threads = owners.values().stream().map(Owned::thread).toList();
        threads.forEach(Thread::interrupt);
        try {
            for (Thread thread : threads) {
                thread.join(STOP_MILLIS);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
