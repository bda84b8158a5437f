package io.banku.log;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;

/**
 * A consumer whose poll returns one synthetic record per partition, its value a {@link PartitionChunk}. The store's
 * position is the truth: a partition is placed there at assignment, after a chunk that was not done, and whenever somebody
 * else asks to seek. The offsets committed to Kafka are for lag tools, and a hint at how far the store once was. While
 * nothing arrives, the stored position is compared every second. Everything runs on the polling thread.
 */
public final class PartitionChunkConsumer extends KafkaConsumer<Object, Object> {
    private static final Duration SLICE = Duration.ofMillis(200);
    private static final long TICK_MILLIS = 1000;

    private final Positions store;
    private final CommittedOffsets committed = new CommittedOffsets();
    private final Placement placement;
    private final Gaps gaps;
    private final ChunkCutting cutting;
    private final Queue<TopicPartition> asked = new ConcurrentLinkedQueue<>();
    private final RefusedReading refusal = new RefusedReading();
    private long nextTick = Reading.millis();

    private PartitionChunkConsumer(Properties properties, Positions store, KnownTopics topics, ChunkContent content) {
        super(ClientReporter.byGroup(properties), content.anyKeys(), content.anyValues());
        this.store = store;
        Moves moves = new OwnMoves();
        this.placement = new Placement(store, topics, committed, moves);
        this.gaps = new Gaps(store, placement, this);
        this.cutting = new ChunkCutting(store, content, placement, gaps, moves, this);
    }

    /** Its chunks have {@link PartitionChunk#raw records as they are}. */
    public static PartitionChunkConsumer ofRecords(Properties properties, Positions store, KnownTopics topics) {
        return new PartitionChunkConsumer(properties, store, topics, ChunkContent.bytes());
    }

    /** Its chunks have {@link PartitionChunk#entries entries about accounts}. */
    public static PartitionChunkConsumer ofEvents(Properties properties, Positions store, KnownTopics topics) {
        return new PartitionChunkConsumer(properties, store, topics, ChunkContent.events());
    }

    @Override
    public ConsumerRecords<Object, Object> poll(Duration timeout) {
        placement.settle();
        for (TopicPartition partition = asked.poll(); partition != null; partition = asked.poll()) {
            placement.place(partition);
        }
        tick();
        placement.lookAfter();
        try {
            Duration slice = timeout.compareTo(SLICE) > 0 ? SLICE : timeout;
            ConsumerRecords<Object, Object> found = super.poll(placement.atMost(slice));
            refusal.isOver(read());
            return cutting.chunks(found);
        } catch (InvalidOffsetException gap) {
            gaps.lack(gap);
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

    private void tick() {
        long now = Reading.millis();
        committed.report(this, now);
        if (now < nextTick) {
            return;
        }
        nextTick = now + TICK_MILLIS;
        for (Reading reading : placement.all()) {
            if (reading.hasLag()) {
                currentLag(reading.partition()).ifPresent(lag -> tellLag(reading, lag));
            }
            placement.probe(reading);
        }
    }

    private void tellLag(Reading reading, long lag) {
        gaps.lookAtEnd(reading, lag);
        store.lag(reading.number(), lag);
    }

    /** What is asked of this consumer by others goes to the store's place, whatever they name. */
    private final class OwnMoves implements Moves {
        @Override
        public void seek(TopicPartition partition, OffsetAndMetadata place) {
            PartitionChunkConsumer.super.seek(partition, place);
        }

        @Override
        public void pause(TopicPartition partition) {
            PartitionChunkConsumer.super.pause(List.of(partition));
        }

        @Override
        public void resume(TopicPartition partition) {
            PartitionChunkConsumer.super.resume(List.of(partition));
        }
    }

    @Override
    public void seek(TopicPartition partition, long offset) {
        asked.add(partition);
    }

    @Override
    public void seek(TopicPartition partition, OffsetAndMetadata offset) {
        asked.add(partition);
    }

    @Override
    public void seekToBeginning(Collection<TopicPartition> partitions) {
        asked.addAll(partitions);
    }

    @Override
    public void seekToEnd(Collection<TopicPartition> partitions) {
        asked.addAll(partitions);
    }

    @Override
    public void pause(Collection<TopicPartition> partitions) {
        placement.suspend();
        super.pause(partitions);
    }

    @Override
    public void resume(Collection<TopicPartition> partitions) {
        placement.goOn(partitions);
    }

    @Override
    public void subscribe(Collection<String> topics, ConsumerRebalanceListener listener) {
        super.subscribe(topics, new Ownership(this, listener));
    }

    void assigned(Collection<TopicPartition> partitions) {
        committed.before(this, partitions, store);
        placement.begin(partitions);
        store.assigned(Ownership.numbers(partitions));
    }

    /** The last figures for lag tools, before the partitions go. */
    void reportNow() {
        for (Reading reading : placement.all()) {
            PartitionChunk chunk = reading.inHand();
            if (chunk != null && chunk.isDone()) {
                committed.reached(chunk.source(), chunk.next());
            }
        }
        committed.reportNow(this);
    }

    void forget(Collection<TopicPartition> partitions) {
        store.revoked(Ownership.numbers(partitions));
        placement.forget(partitions);
        committed.forget(partitions);
    }
}
