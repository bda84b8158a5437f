package io.banku.log;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A consumer whose poll returns one synthetic record per partition, its value a {@link PartitionChunk}. The store's
 * position is the truth: a partition is placed there at assignment, after a chunk that was not done, and whenever somebody
 * else asks to seek. The offsets committed to Kafka are for lag tools, and a hint at how far the store once was. While
 * nothing arrives, the stored position is compared every second. Everything runs on the polling thread.
 */
public final class PartitionChunkConsumer extends KafkaConsumer<Object, Object> {
    private static final Logger LOG = LoggerFactory.getLogger(PartitionChunkConsumer.class);
    private static final Duration SLICE = Duration.ofMillis(200);
    /** How long Kafka may take to say whether it has a place. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final long TICK_MILLIS = 1000;
    private static final long BACK_OFF_MILLIS = 500;
    /**
     * How long a poll may ask the store before it polls Kafka. What a store does when it is asked may last for seconds, as
     * taking a partition over does; one after the other, they would keep a process from the group's other work.
     */
    private static final long STORE_MILLIS = 200;

    private final Positions store;
    private final KnownTopics topics;
    private final ChunkContent content;
    private final Map<TopicPartition, Reading> readings = new LinkedHashMap<>();
    private final CommittedOffsets committed = new CommittedOffsets();
    private final Queue<Runnable> asked = new ConcurrentLinkedQueue<>();
    private final RefusedReading refusal = new RefusedReading();
    private boolean suspended;
    private long nextTick = Reading.millis();

    private PartitionChunkConsumer(Properties properties, Positions store, KnownTopics topics, ChunkContent content) {
        super(ClientReporter.byGroup(properties), content.anyKeys(), content.anyValues());
        this.store = store;
        this.topics = topics;
        this.content = content;
    }

    /** Its chunks have {@link PartitionChunk#raw records as they are}. */
    public static PartitionChunkConsumer ofRecords(Properties properties, Positions store, KnownTopics topics) {
        return new PartitionChunkConsumer(properties, store, topics, ChunkContent.bytes());
    }

    /** Its chunks have {@link PartitionChunk#entries entries about accounts}. */
    public static PartitionChunkConsumer ofEvents(Properties properties, Positions store, KnownTopics topics) {
        return new PartitionChunkConsumer(properties, store, topics, ChunkContent.events());
    }

    /** A partition that is not ours, or of a topic that is not what it was, is never read. */
    private boolean isReady(Reading reading) {
        return reading.number() < topics.partitions() && topics.replaced().isEmpty() && store.isReady(reading.number());
    }

    @Override
    public ConsumerRecords<Object, Object> poll(Duration timeout) {
        settle();
        for (Runnable request = asked.poll(); request != null; request = asked.poll()) {
            request.run();
        }
        tick();
        if (!suspended) {
            long until = Reading.millis() + STORE_MILLIS;
            inTurn(until, Reading::isDue, this::place);
            inTurn(until, reading -> !reading.isHeld() && reading.looks().isDue(), this::awaitStore);
        }
        try {
            ConsumerRecords<Object, Object> found = super.poll(slice(timeout));
            refusal.isOver(read());
            return chunks(found);
        } catch (InvalidOffsetException gap) {
            gap.partitions().forEach(partition -> lacks(partition, gap));
            return ConsumerRecords.empty();
        } catch (AuthorizationException refused) { // who opened another consumer at once would try it all the time
            refusal.happened(read(), refused);
            return ConsumerRecords.empty();
        }
    }

    /** The topics, in words. */
    private String read() {
        return String.join(", ", subscription());
    }

    private interface Which {
        boolean includes(Reading reading);
    }

    /** Those that there is no time for have their turn in the next poll. */
    private void inTurn(long until, Which which, Consumer<Reading> step) {
        for (Reading reading : List.copyOf(readings.values())) {
            if (Reading.millis() >= until) {
                return;
            }
            if (which.includes(reading)) {
                step.accept(reading);
            }
        }
    }

    private void awaitStore(Reading reading) {
        try {
            if (isReady(reading)) {
                reading.looks().found();
                if (reading.goesOn()) {
                    super.resume(List.of(reading.partition()));
                    probe(reading); // what it waited for may have moved the store
                }
            } else {
                reading.looks().missed();
                if (reading.waits()) {
                    super.pause(List.of(reading.partition()));
                }
            }
        } catch (RuntimeException unavailable) {
            hold(reading, unavailable);
        }
    }

    /** Short enough to look after what waits or is held as soon as it is due. */
    private Duration slice(Duration timeout) {
        Duration slice = timeout.compareTo(SLICE) > 0 ? SLICE : timeout;
        if (!suspended) {
            for (Reading reading : readings.values()) {
                slice = reading.atMost(slice);
            }
        }
        return slice;
    }

    /** What became of the last round: done is done, everything else is held and comes again. */
    private void settle() {
        for (Reading reading : readings.values()) {
            PartitionChunk chunk = reading.taken();
            if (chunk != null && chunk.isDone()) {
                committed.reached(chunk.source(), chunk.next());
            } else if (chunk != null) {
                hold(reading, BACK_OFF_MILLIS);
            }
        }
    }

    private void tick() {
        long now = Reading.millis();
        committed.report(this, now);
        if (now < nextTick) {
            return;
        }
        nextTick = now + TICK_MILLIS;
        for (Reading reading : List.copyOf(readings.values())) {
            if (reading.hasLag()) {
                currentLag(reading.partition()).ifPresent(lag -> tellLag(reading, lag));
            }
            if (!suspended && !reading.isHeld()) {
                probe(reading);
            }
        }
    }

    private void tellLag(Reading reading, long lag) {
        long least = store.leastEnd(reading.number());
        if (lag == 0 && !suspended && !reading.isHeld() && reading.next().orElse(least) < least) {
            LostOffsets.before(this, reading.partition(), least).ifPresent(gone -> store.gap(reading.number(), gone));
        }
        store.lag(reading.number(), lag);
    }

    /** A store that lost its last second stands behind us: without this, an idle partition would never notice. */
    private void probe(Reading reading) {
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

    private void place(Reading reading) {
        try {
            if (!isReady(reading)) {
                hold(reading, reading.looks().missed());
                return;
            }
            reading.looks().found();
            Place stored = store.stored(reading.number());
            super.seek(reading.partition(), stored.toSeek());
            committed.reached(reading.partition(), stored.position());
            reading.placed(stored);
            if (!suspended) {
                super.resume(List.of(reading.partition()));
            }
        } catch (RuntimeException unavailable) {
            hold(reading, unavailable);
        }
    }

    private void hold(Reading reading, RuntimeException cause) {
        if (reading.isUnavailable()) {
            LOG.warn("{}: the store cannot be asked, waiting: {}", reading.partition(), cause.getMessage());
        }
        hold(reading, BACK_OFF_MILLIS);
    }

    private void hold(Reading reading, long millis) {
        if (reading.next().isEmpty()) {
            super.seek(reading.partition(), 0L); // a consumer without any position would ask for a reset and fail
        }
        super.pause(List.of(reading.partition()));
        reading.hold(millis);
    }

    private void lacks(TopicPartition partition, InvalidOffsetException gap) {
        Reading reading = readings.get(partition);
        lacks(reading, reading.next().orElseThrow(), gap);
    }

    private void lacks(Reading reading, long position, InvalidOffsetException gap) {
        hold(reading, BACK_OFF_MILLIS);
        Optional<String> gone = LostOffsets.of(this, reading.partition(), position, gap);
        if (gone.isPresent()) {
            reading.lacks();
            store.gap(reading.number(), gone.get());
        } else {
            LOG.info("{}: to be read again from where it stood: {}", reading.partition(), gap.getMessage());
        }
    }

    private ConsumerRecords<Object, Object> chunks(ConsumerRecords<Object, Object> polled) {
        Map<TopicPartition, List<ConsumerRecord<Object, Object>>> chunks = new LinkedHashMap<>();
        polled.nextOffsets().forEach((partition, nextOffset) -> {
            Reading reading = readings.get(partition);
            long expected = reading.next().orElseThrow();
            // a poll also names partitions of which it brought nothing and passed over nothing
            Optional<Place> ahead = ahead(reading);
            if (nextOffset.offset() != expected && (ahead.isEmpty() || has(ahead.get(), reading, nextOffset))) {
                PartitionChunk chunk = new PartitionChunk(
                        partition, reading.place(), nextOffset, ahead, polled.records(partition), content);
                reading.handedOut(chunk);
                chunks.put(partition, List.of(chunk.asRecord()));
            }
        });
        return new ConsumerRecords<>(chunks, polled.nextOffsets());
    }

    /**
     * A store that was interrupted may hold records that it is given again: until it gets to the last of them, the log has to
     * have had them whenever it was read.
     */
    private Optional<Place> ahead(Reading reading) {
        return store.ahead(reading.number()).filter(place -> reading.place().position() < place.position());
    }

    /** Whether the log has a place; where it does not, or does not say so, the partition is held. */
    private boolean has(Place ahead, Reading reading, OffsetAndMetadata next) {
        TopicPartition partition = reading.partition();
        super.seek(partition, ahead.toSeek());
        try {
            super.position(partition, PATIENCE);
            super.seek(partition, next);
            return true;
        } catch (InvalidOffsetException gap) {
            lacks(reading, ahead.position(), gap);
        } catch (TimeoutException unknown) {
            hold(reading, unknown);
        }
        return false;
    }

    /** Wherever somebody wants us to be, we are placed where the store says. */
    private void askedToSeek(TopicPartition partition) {
        asked.add(() -> {
            Reading reading = readings.get(partition);
            if (reading != null) {
                place(reading);
            }
        });
    }

    @Override
    public void seek(TopicPartition partition, long offset) {
        askedToSeek(partition);
    }

    @Override
    public void seek(TopicPartition partition, OffsetAndMetadata offset) {
        askedToSeek(partition);
    }

    @Override
    public void seekToBeginning(Collection<TopicPartition> partitions) {
        partitions.forEach(this::askedToSeek);
    }

    @Override
    public void seekToEnd(Collection<TopicPartition> partitions) {
        partitions.forEach(this::askedToSeek);
    }

    @Override
    public void pause(Collection<TopicPartition> partitions) {
        suspended = true;
        super.pause(partitions);
    }

    @Override
    public void resume(Collection<TopicPartition> partitions) {
        suspended = false;
        partitions.stream().map(readings::get).filter(Objects::nonNull).forEach(this::place);
    }

    @Override
    public void subscribe(Collection<String> topics, ConsumerRebalanceListener listener) {
        super.subscribe(topics, new Ownership(this, listener));
    }

    /** Those that there is no time for now are placed in the polls to come: taking one over may last for seconds. */
    void assigned(Collection<TopicPartition> partitions) {
        committed.before(this, partitions, store);
        for (TopicPartition partition : partitions) {
            Reading reading = new Reading(partition);
            readings.put(partition, reading);
            hold(reading, 0);
        }
        inTurn(Reading.millis() + STORE_MILLIS, reading -> reading.next().isEmpty(), this::place);
        store.assigned(Ownership.numbers(partitions));
    }

    /** The last figures for lag tools, before the partitions go. */
    void reportNow() {
        for (Reading reading : readings.values()) {
            PartitionChunk chunk = reading.inHand();
            if (chunk != null && chunk.isDone()) {
                committed.reached(chunk.source(), chunk.next());
            }
        }
        committed.reportNow(this);
    }

    void forget(Collection<TopicPartition> partitions) {
        store.revoked(Ownership.numbers(partitions));
        readings.keySet().removeAll(partitions);
        committed.forget(partitions);
    }
}
