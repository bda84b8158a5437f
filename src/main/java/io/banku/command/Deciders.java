package io.banku.command;

import io.banku.log.AppendFailedException;
import io.banku.log.LogUnavailableException;
import io.banku.log.PartitionChunk;
import io.banku.log.Place;
import io.banku.log.Positions;
import io.banku.view.CommandView;
import io.banku.view.OutcomeNews;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The deciders of the partitions that are assigned to this process. Their consumers ask here where to read, and whether a
 * partition can take commands now. A partition's calls come from one polling thread.
 */
public final class Deciders implements Positions, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Deciders.class);

    private final Decider.Surroundings around;
    private final Map<Integer, Decider> deciders = new ConcurrentHashMap<>();
    private final Map<Integer, Wait> waits = new ConcurrentHashMap<>();
    private final Map<Integer, String> gaps = new ConcurrentHashMap<>();

    public Deciders(
            DecisionLog log,
            CommandView view,
            CommandSource source,
            Partitioning partitioning,
            String logId,
            Clock clock,
            DecisionObserver observer,
            OutcomeNews news) {
        this.around = new Decider.Surroundings(log, view, source, partitioning, logId, clock, observer, news);
    }

    /** A chunk is done when the outcome of each of its commands is in the log; one that is not done comes again. */
    public void decide(PartitionChunk chunk) throws AppendFailedException {
        int partition = chunk.partition();
        Decider decider = deciders.get(partition);
        if (decider == null) {
            return;
        }
        Wait wait = wait(partition);
        CommandChunk read = CommandChunk.of(chunk, around.partitioning());
        boolean decided = false;
        try {
            decided = decider.decide(read.commands());
        } finally {
            if (!decided) {
                wait.begin(now());
                wait.goesOn(now(), decider.awaited());
            }
        }
        if (decided) {
            chunk.done();
            wait.end(now());
            read.steppedOver().forEach(none -> {
                LOG.error("{}; it is stepped over", none);
                around.observer().steppedOver(partition);
            });
        }
    }

    @Override
    public boolean isReady(int partition) {
        Decider decider = deciders.computeIfAbsent(partition, number -> new Decider(number, around));
        boolean ready = false;
        String awaited = null;
        try {
            ready = decider.isReady();
            awaited = decider.awaited();
            return ready;
        } catch (AppendFailedException failed) {
            awaited = "the partition to be taken over, found: " + failed.getMessage();
            throw new LogUnavailableException(
                    "partition " + partition + " cannot be taken over: " + failed.getMessage(), failed);
        } catch (RuntimeException unavailable) {
            awaited = unavailable.getMessage();
            throw unavailable;
        } finally {
            tell(partition, decider.gap());
            follow(wait(partition), decider, ready, awaited);
        }
    }

    /** A decider that is not ready matters only while commands are there. */
    private void follow(Wait wait, Decider decider, boolean ready, String awaited) {
        if (ready != wait.isGoingOn() || !wait.isLookDue(now())) {
            wait.goesOn(now(), awaited);
        } else if (decider.gap().isPresent() || areThereAny(wait.partition(), decider.next())) {
            wait.begin(now());
        } else {
            wait.end(now());
        }
    }

    /** Where Kafka does not say it, there may be some. */
    private boolean areThereAny(int partition, long next) {
        try {
            return around.source().end(partition) > next;
        } catch (LogUnavailableException notKnown) {
            return true;
        }
    }

    private Wait wait(int partition) {
        return waits.computeIfAbsent(partition, Wait::new);
    }

    private Instant now() {
        return around.clock().instant();
    }

    /** How long commands of a partition of ours have been waiting for a decision. */
    public Duration waiting(int partition) {
        Wait wait = waits.get(partition);
        return wait == null ? Duration.ZERO : wait.lasted(now());
    }

    /** What is missing of the log or of banku.commands, by partition of ours: none of it is decided. */
    public Map<Integer, String> gaps() {
        return Map.copyOf(gaps);
    }

    /** Where to read commands; what Kafka's consumer group remembers is never asked. */
    @Override
    public Place stored(int partition) {
        return Place.at(deciders.get(partition).nextCommand());
    }

    /**
     * A view that went back changes nothing about where commands are read: what was decided is in the log. But nothing more
     * is decided until it stands again where it was seen. Whoever took the partition over anew begins where the view says.
     */
    @Override
    public boolean standsAt(int partition, Place place) {
        Decider decider = deciders.get(partition);
        if (decider == null) {
            return true;
        }
        decider.lookAgain();
        return decider.hasReader();
    }

    @Override
    public void assigned(Collection<Integer> partitions) {
        if (!partitions.isEmpty()) {
            LOG.info("deciding the commands of partitions {}", partitions);
        }
    }

    /** The next owner fences ours; until then it may be a zombie, which can do no harm. */
    @Override
    public void revoked(Collection<Integer> partitions) {
        for (Integer partition : partitions) {
            Decider decider = deciders.remove(partition);
            if (decider != null) {
                decider.close();
            }
            waits.remove(partition);
            gaps.remove(partition);
        }
    }

    /** Kafka does not have what we asked for: whether that is a gap for good is for the decider to find out. */
    @Override
    public void gap(int partition, String detail) {
        Decider decider = deciders.get(partition);
        if (decider != null) {
            decider.doubtCommands();
        }
    }

    private void tell(int partition, Optional<String> detail) {
        if (detail.isEmpty()) {
            gaps.remove(partition);
        } else if (gaps.put(partition, detail.get()) == null) {
            LOG.error("partition {}: none of its commands is decided any more: {}", partition, detail.get());
        }
    }

    @Override
    public void close() {
        revoked(List.copyOf(deciders.keySet()));
    }
}
