package io.banku.log;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
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
    private static final long BACK_OFF_MILLIS = 500;

    private final Positions store;
    /** The position after the last chunk handed out. */
    private final Map<TopicPartition, Long> chain = new HashMap<>();

    private final Map<TopicPartition, PartitionChunk> inHand = new LinkedHashMap<>();
    private final Map<TopicPartition, Long> heldUntil = new HashMap<>();
    /** The positions that the log does not have. */
    private final Map<TopicPartition, Long> gaps = new HashMap<>();

    private final CommittedOffsets committed = new CommittedOffsets();
    private final Queue<Runnable> asked = new ConcurrentLinkedQueue<>();
    private boolean suspended;
    private long nextTick;

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
        try {
            return chunks(super.poll(timeout.compareTo(SLICE) > 0 ? SLICE : timeout));
        } catch (InvalidOffsetException gap) {
            gap.partitions().forEach(partition -> {
                hold(partition);
                gaps.put(partition, chain.get(partition));
                store.gap(partition.partition(), gap.getMessage());
            });
            return ConsumerRecords.empty();
        }
    }

    /** What became of the last round: done is done, everything else is held and comes again. */
    private void settle() {
        for (PartitionChunk chunk : inHand.values()) {
            if (chunk.isDone()) {
                committed.reached(chunk.source(), chunk.next());
            } else if (assignment().contains(chunk.source())) {
                hold(chunk.source());
            }
        }
        inHand.clear();
    }

    private void tick() {
        long now = System.currentTimeMillis();
        if (now >= nextTick) {
            nextTick = now + TICK_MILLIS;
            committed.report(this);
            tellLags();
            if (!suspended) {
                probe();
            }
        }
        for (Map.Entry<TopicPartition, Long> held : List.copyOf(heldUntil.entrySet())) {
            if (held.getValue() <= now && !suspended) {
                rewind(held.getKey());
            }
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
            if (!heldUntil.containsKey(partition)) {
                try {
                    long stored = store.stored(partition.partition());
                    if (stored != chain.getOrDefault(partition, stored)) {
                        LOG.warn(
                                "{}: expected the view at {}, found {}; reading again from there",
                                partition,
                                chain.get(partition),
                                stored);
                        rewind(partition);
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
            long stored = store.stored(partition.partition());
            super.seek(partition, stored);
            chain.put(partition, stored);
            gaps.computeIfPresent(partition, (same, gap) -> gap == stored ? gap : null);
            committed.reached(partition, stored);
            heldUntil.remove(partition);
            if (!suspended) {
                super.resume(List.of(partition));
            }
        } catch (RuntimeException unavailable) {
            hold(partition, unavailable);
        }
    }

    private void hold(TopicPartition partition, RuntimeException cause) {
        LOG.warn("{}: the stored position cannot be read, waiting: {}", partition, cause.getMessage());
        hold(partition);
    }

    private void hold(TopicPartition partition) {
        if (!chain.containsKey(partition)) {
            super.seek(partition, 0L); // a consumer without any position would ask for a reset and fail
        }
        super.pause(List.of(partition));
        heldUntil.put(partition, System.currentTimeMillis() + BACK_OFF_MILLIS);
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
                chunks.put(partition, List.of(synthetic(chunk)));
            }
        });
        return new ConsumerRecords<>(chunks, polled.nextOffsets());
    }

    private static ConsumerRecord<Object, Object> synthetic(PartitionChunk chunk) {
        TopicPartition source = chunk.source();
        return new ConsumerRecord<>(
                source.topic(),
                source.partition(),
                chunk.next() - 1,
                ConsumerRecord.NO_TIMESTAMP,
                org.apache.kafka.common.record.TimestampType.NO_TIMESTAMP_TYPE,
                0,
                0,
                null,
                chunk,
                new RecordHeaders(),
                java.util.Optional.empty());
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
        partitions.forEach(partition -> asked.add(() -> rewind(partition)));
    }

    @Override
    public void seekToEnd(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> asked.add(() -> rewind(partition)));
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
        super.subscribe(topics, new Ownership(listener));
    }

    /** Takes partitions over at their stored positions and forgets those that go. */
    private final class Ownership implements ConsumerRebalanceListener {
        private final ConsumerRebalanceListener listener;

        Ownership(ConsumerRebalanceListener listener) {
            this.listener = listener;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            listener.onPartitionsAssigned(partitions);
            partitions.forEach(PartitionChunkConsumer.this::rewind);
            store.assigned(numbers(partitions));
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            inHand.values().stream()
                    .filter(PartitionChunk::isDone)
                    .forEach(chunk -> committed.reached(chunk.source(), chunk.next()));
            committed.reportNow(PartitionChunkConsumer.this);
            forget(partitions);
            listener.onPartitionsRevoked(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            forget(partitions);
            listener.onPartitionsLost(partitions);
        }

        private void forget(Collection<TopicPartition> partitions) {
            store.revoked(numbers(partitions));
            chain.keySet().removeAll(partitions);
            inHand.keySet().removeAll(partitions);
            heldUntil.keySet().removeAll(partitions);
            gaps.keySet().removeAll(partitions);
            committed.forget(partitions);
        }

        private List<Integer> numbers(Collection<TopicPartition> partitions) {
            return partitions.stream().map(TopicPartition::partition).toList();
        }
    }
}
