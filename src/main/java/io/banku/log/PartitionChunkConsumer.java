package io.banku.log;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A consumer whose poll returns one synthetic record per partition, its value a {@link PartitionChunk}. The store's
 * position is the truth: it seeks there at assignment, after a chunk that was not done, and whenever somebody else asks
 * it to seek. The offsets committed to Kafka are for lag tools only. While nothing arrives, the stored position is
 * compared every second. Everything runs on the polling thread.
 */
public final class PartitionChunkConsumer extends KafkaConsumer<Object, Object> {
    private static final Logger LOG = LoggerFactory.getLogger(PartitionChunkConsumer.class);
    private static final Duration SLICE = Duration.ofMillis(200);
    private static final long TICK_MILLIS = 1000;

    private static final Duration BACK_OFF = Duration.ofMillis(500);

    private final Positions store;
    /** The position after the last chunk handed out. */
    private final Map<TopicPartition, Long> chain = new HashMap<>();

    private final Map<TopicPartition, PartitionChunk> inHand = new LinkedHashMap<>();
    private final HeldPartitions held = new HeldPartitions();
    /** Paused until the store is ready for their next chunk. */
    private final Set<TopicPartition> waiting = new HashSet<>();

    private final Looks looks = new Looks(() -> System.nanoTime() / 1_000_000);
    /** Whose store could not be asked, which was told. */
    private final Set<TopicPartition> unavailable = new HashSet<>();

    /** The positions that the log does not have. */
    private final Map<TopicPartition, Long> gaps = new HashMap<>();

    private final CommittedOffsets committed = new CommittedOffsets();
    private final Queue<Runnable> asked = new ConcurrentLinkedQueue<>();
    private boolean suspended;
    private long nextTick = HeldPartitions.millis();

    public PartitionChunkConsumer(Properties properties, Positions store) {
        super(properties);
        this.store = store;
    }

    @Override
    public ConsumerRecords<Object, Object> poll(Duration timeout) {
        settle();
        for (Runnable request = asked.poll(); request != null; request = asked.poll()) {
            request.run();
        }
        tick();
        awaitStore();
        try {
            return chunks(super.poll(slice(timeout)));
        } catch (InvalidOffsetException gap) {
            gap.partitions().forEach(partition -> {
                hold(partition, BACK_OFF);
                gaps.put(partition, chain.get(partition));
                store.gap(partition.partition(), gap.getMessage());
            });
            return ConsumerRecords.empty();
        }
    }

    private void awaitStore() {
        if (suspended) {
            return;
        }
        for (TopicPartition partition : assignment()) {
            if (!held.contains(partition)) {
                try {
                    awaitStore(partition);
                } catch (RuntimeException unavailable) {
                    hold(partition, unavailable);
                }
            }
        }
    }

    private void awaitStore(TopicPartition partition) {
        if (!looks.isDue(partition)) {
            return;
        }
        if (store.isReady(partition.partition())) {
            looks.found(partition);
            if (waiting.remove(partition)) {
                super.resume(List.of(partition));
            }
        } else {
            looks.missed(partition);
            if (waiting.add(partition)) {
                super.pause(List.of(partition));
            }
        }
    }

    /** Short enough to look after what waits or is held as soon as it is due. */
    private Duration slice(Duration timeout) {
        Duration slice = timeout.compareTo(SLICE) > 0 ? SLICE : timeout;
        if (suspended) {
            return slice;
        }
        return looks.atMost(held.atMost(slice, Duration.ofMillis(Looks.SHORTEST)), waiting);
    }

    /** What became of the last round: done is done, everything else is held and comes again. */
    private void settle() {
        for (PartitionChunk chunk : inHand.values()) {
            if (chunk.isDone()) {
                committed.reached(chunk.source(), chunk.next());
            } else if (assignment().contains(chunk.source())) {
                hold(chunk.source(), BACK_OFF);
            }
        }
        inHand.clear();
    }

    private void tick() {
        long now = HeldPartitions.millis();
        committed.report(this, now);
        if (now >= nextTick) {
            nextTick = now + TICK_MILLIS;
            tellLags();
            if (!suspended) {
                probe();
            }
        }
        if (!suspended) {
            held.due().forEach(this::rewind);
        }
    }

    /** The distance from a position that the log does not have is no lag. */
    private void tellLags() {
        for (TopicPartition partition : assignment()) {
            if (!gaps.containsKey(partition)) {
                currentLag(partition).ifPresent(lag -> store.lag(partition.partition(), lag));
            }
        }
    }

    /** A store that lost its last second stands behind us: without this, an idle partition would never notice. */
    private void probe() {
        for (TopicPartition partition : assignment()) {
            if (!held.contains(partition)) {
                try {
                    Long expected = chain.get(partition);
                    if (expected != null && !store.standsAt(partition.partition(), expected)) {
                        rewind(partition);
                        LOG.warn(
                                "{}: expected the view at {}, found it elsewhere; reading again from there",
                                partition,
                                expected);
                    }
                } catch (RuntimeException unavailable) {
                    hold(partition, unavailable);
                }
            }
        }
    }

    private void rewind(TopicPartition partition) {
        if (!assignment().contains(partition)) {
            return;
        }
        try {
            if (!store.isReady(partition.partition())) {
                hold(partition, looks.missed(partition));
                return;
            }
            looks.found(partition);
            long stored = store.stored(partition.partition());
            super.seek(partition, stored);
            chain.put(partition, stored);
            gaps.computeIfPresent(partition, (same, gap) -> gap == stored ? gap : null);
            committed.reached(partition, stored);
            held.release(partition);
            unavailable.remove(partition);
            waiting.remove(partition);
            if (!suspended) {
                super.resume(List.of(partition));
            }
        } catch (RuntimeException unavailable) {
            hold(partition, unavailable);
        }
    }

    private void hold(TopicPartition partition, RuntimeException cause) {
        if (unavailable.add(partition)) {
            LOG.warn("{}: the store cannot be asked, waiting: {}", partition, cause.getMessage());
        }
        hold(partition, BACK_OFF);
    }

    private void hold(TopicPartition partition, Duration time) {
        if (!chain.containsKey(partition)) {
            super.seek(partition, 0L); // a consumer without any position would ask for a reset and fail
        }
        super.pause(List.of(partition));
        waiting.remove(partition);
        held.hold(partition, time);
    }

    private ConsumerRecords<Object, Object> chunks(ConsumerRecords<Object, Object> polled) {
        Map<TopicPartition, List<ConsumerRecord<Object, Object>>> chunks = new LinkedHashMap<>();
        polled.nextOffsets().forEach((partition, nextOffset) -> {
            long expected = chain.get(partition);
            // a poll also names partitions of which it brought nothing and passed over nothing
            if (nextOffset.offset() != expected) {
                PartitionChunk chunk =
                        new PartitionChunk(partition, expected, nextOffset.offset(), polled.records(partition));
                chain.put(partition, chunk.next());
                gaps.remove(partition);
                inHand.put(partition, chunk);
                chunks.put(partition, List.of(chunk.asRecord()));
            }
        });
        return new ConsumerRecords<>(chunks, polled.nextOffsets());
    }

    @Override
    public void seek(TopicPartition partition, long offset) {
        asked.add(() -> rewind(partition));
    }

    @Override
    public void seek(TopicPartition partition, OffsetAndMetadata offset) {
        asked.add(() -> rewind(partition));
    }

    @Override
    public void seekToBeginning(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> seek(partition, 0L));
    }

    @Override
    public void seekToEnd(Collection<TopicPartition> partitions) {
        seekToBeginning(partitions); // wherever somebody wants us to be, we are placed where the store says
    }

    @Override
    public void pause(Collection<TopicPartition> partitions) {
        suspended = true;
        super.pause(partitions);
    }

    @Override
    public void resume(Collection<TopicPartition> partitions) {
        suspended = false;
        super.resume(partitions);
        partitions.forEach(this::rewind);
    }

    @Override
    public void subscribe(Collection<String> topics, ConsumerRebalanceListener listener) {
        super.subscribe(topics, new Ownership(this, listener));
    }

    void assigned(Collection<TopicPartition> partitions) {
        partitions.forEach(this::rewind);
        store.assigned(Ownership.numbers(partitions));
    }

    /** The last figures for lag tools, before the partitions go. */
    void reportNow() {
        inHand.values().stream()
                .filter(PartitionChunk::isDone)
                .forEach(chunk -> committed.reached(chunk.source(), chunk.next()));
        committed.reportNow(this);
    }

    void forget(Collection<TopicPartition> partitions) {
        store.revoked(Ownership.numbers(partitions));
        chain.keySet().removeAll(partitions);
        inHand.keySet().removeAll(partitions);
        held.forget(partitions);
        waiting.removeAll(partitions);
        looks.forget(partitions);
        unavailable.removeAll(partitions);
        gaps.keySet().removeAll(partitions);
        committed.forget(partitions);
    }
}
