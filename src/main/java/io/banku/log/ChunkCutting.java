package io.banku.log;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** What a poll brought → one chunk per partition, each behind the one before it. One thread. */
final class ChunkCutting {
    /** How long Kafka may take to say whether it has a place. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Positions store;
    private final ChunkContent content;
    private final Placement placement;
    private final Gaps gaps;
    private final Moves moves;
    private final Consumer<?, ?> log;

    ChunkCutting(
            Positions store, ChunkContent content, Placement placement, Gaps gaps, Moves moves, Consumer<?, ?> log) {
        this.store = store;
        this.content = content;
        this.placement = placement;
        this.gaps = gaps;
        this.moves = moves;
        this.log = log;
    }

    /** What was polled and did not become chunks, as Kafka failed meanwhile, is read again from where the store stands. */
    ConsumerRecords<Object, Object> chunks(ConsumerRecords<Object, Object> polled) {
        try {
            return cut(polled);
        } catch (RuntimeException failed) {
            placement.all().forEach(reading -> placement.hold(reading));
            throw failed;
        }
    }

    private ConsumerRecords<Object, Object> cut(ConsumerRecords<Object, Object> polled) {
        Map<TopicPartition, List<ConsumerRecord<Object, Object>>> chunks = new LinkedHashMap<>();
        polled.nextOffsets().forEach((partition, nextOffset) -> {
            Reading reading = placement.of(partition);
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
        moves.seek(reading.partition(), ahead.toSeek());
        try {
            log.position(reading.partition(), PATIENCE);
            moves.seek(reading.partition(), next);
            return true;
        } catch (InvalidOffsetException gap) {
            gaps.lacks(reading, ahead.position(), gap);
        } catch (TimeoutException unknown) {
            placement.hold(reading, unknown);
        }
        return false;
    }
}
