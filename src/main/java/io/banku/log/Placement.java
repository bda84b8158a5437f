package io.banku.log;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps each partition of a consumer where its store stands: placed there at assignment, after a chunk that was not
 * done, and when the store turns out to stand elsewhere; held while the store cannot be asked or is not ready. One
 * thread.
 */
final class Placement {
    /** Log lines are read by what the consumer is called. */
    private static final Logger LOG = LoggerFactory.getLogger(PartitionChunkConsumer.class);

    private static final long BACK_OFF_MILLIS = 500;
    /**
     * How long a poll may ask the store before it polls Kafka. What a store does when it is asked may last for seconds, as
     * taking a partition over does; one after the other, they would keep a process from the group's other work.
     */
    private static final long STORE_MILLIS = 200;

    private final Positions store;
    private final KnownTopics topics;
    private final CommittedOffsets committed;
    private final Moves moves;
    private final Map<TopicPartition, Reading> readings = new LinkedHashMap<>();
    private boolean suspended;

    Placement(Positions store, KnownTopics topics, CommittedOffsets committed, Moves moves) {
        this.store = store;
        this.topics = topics;
        this.committed = committed;
        this.moves = moves;
    }

    /** Null where the partition is not ours. */
    Reading of(TopicPartition partition) {
        return readings.get(partition);
    }

    List<Reading> all() {
        return List.copyOf(readings.values());
    }

    /** Those that there is no time for now are placed in the polls to come: taking one over may last for seconds. */
    void begin(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            Reading reading = new Reading(partition);
            readings.put(partition, reading);
            hold(reading, 0);
        }
        inTurn(Reading.millis() + STORE_MILLIS, reading -> reading.next().isEmpty(), this::place);
    }

    void forget(Collection<TopicPartition> partitions) {
        readings.keySet().removeAll(partitions);
    }

    /** Nothing is placed until it goes on. */
    void suspend() {
        suspended = true;
    }

    void goOn(Collection<TopicPartition> partitions) {
        suspended = false;
        partitions.forEach(this::place);
    }

    boolean isSuspended() {
        return suspended;
    }

    /** What became of the last round: done is done, everything else is held and comes again. */
    void settle() {
        for (Reading reading : readings.values()) {
            PartitionChunk chunk = reading.taken();
            if (chunk != null && chunk.isDone()) {
                committed.reached(chunk.source(), chunk.next());
            } else if (chunk != null) {
                hold(reading);
            }
        }
    }

    /** Places what is due, and looks after what waits for the store. */
    void lookAfter() {
        if (!suspended) {
            long until = Reading.millis() + STORE_MILLIS;
            inTurn(until, Reading::isDue, this::place);
            inTurn(until, reading -> !reading.isHeld() && reading.looks().isDue(), this::awaitStore);
        }
    }

    /** Short enough to look after what waits or is held as soon as it is due. */
    Duration atMost(Duration time) {
        Duration least = time;
        if (!suspended) {
            for (Reading reading : readings.values()) {
                least = reading.atMost(least);
            }
        }
        return least;
    }

    /** Those that there is no time for have their turn in the next poll. */
    private void inTurn(long until, Predicate<Reading> which, Consumer<Reading> step) {
        for (Reading reading : all()) {
            if (Reading.millis() >= until) {
                return;
            }
            if (which.test(reading)) {
                step.accept(reading);
            }
        }
    }

    /** A partition that is not ours, or of a topic that is not what it was, is never read. */
    private boolean isReady(Reading reading) {
        return reading.number() < topics.partitions() && topics.replaced().isEmpty() && store.isReady(reading.number());
    }

    private void awaitStore(Reading reading) {
        try {
            if (isReady(reading)) {
                reading.looks().found();
                if (reading.goesOn()) {
                    moves.resume(reading.partition());
                    probe(reading); // what it waited for may have moved the store
                }
            } else {
                reading.looks().missed();
                if (reading.waits()) {
                    moves.pause(reading.partition());
                }
            }
        } catch (RuntimeException unavailable) {
            hold(reading, unavailable);
        }
    }

    /** A store that lost its last second stands behind us: without this, an idle partition would never notice. */
    void probe(Reading reading) {
        if (suspended || reading.isHeld()) {
            return;
        }
        try {
            if (reading.next().isPresent() && !store.standsAt(reading.number(), reading.place())) {
                LOG.warn(
                        "{}: expected the store at {}, found it elsewhere, or behind another record; reading again from there",
                        reading.partition(),
                        reading.next().getAsLong());
                place(reading);
            }
        } catch (RuntimeException unavailable) {
            hold(reading, unavailable);
        }
    }

    /** Where the store says, if the partition is ours. */
    void place(TopicPartition partition) {
        Reading reading = readings.get(partition);
        if (reading != null) {
            place(reading);
        }
    }

    private void place(Reading reading) {
        try {
            if (!isReady(reading)) {
                hold(reading, reading.looks().missed());
                return;
            }
            reading.looks().found();
            Place stored = store.stored(reading.number());
            moves.seek(reading.partition(), stored.toSeek());
            committed.reached(reading.partition(), stored.position());
            reading.placed(stored);
            if (!suspended) {
                moves.resume(reading.partition());
            }
        } catch (RuntimeException unavailable) {
            hold(reading, unavailable);
        }
    }

    void hold(Reading reading, RuntimeException cause) {
        if (reading.isUnavailable()) {
            LOG.warn("{}: the store cannot be asked, waiting: {}", reading.partition(), cause.getMessage());
        }
        hold(reading);
    }

    /** For a while. */
    void hold(Reading reading) {
        hold(reading, BACK_OFF_MILLIS);
    }

    private void hold(Reading reading, long millis) {
        if (reading.next().isEmpty()) { // a consumer without any position would ask for a reset and fail
            moves.seek(reading.partition(), new OffsetAndMetadata(0));
        }
        moves.pause(reading.partition());
        reading.hold(millis);
    }
}
