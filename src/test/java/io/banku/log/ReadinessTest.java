package io.banku.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A store that is not always ready: its partition waits, and the others go on. */
class ReadinessTest extends ChunkReading {

    ReadinessTest(LogConnection kafka) {
        super(kafka);
    }

    @Test
    void aPartitionIsPlacedOnlyWhenItsStoreIsReadyAndThenWhereTheStoreSaysNow() {
        commit(0, 10);
        commit(1, 10);
        store.notReady.add(0);
        PartitionChunkConsumer consumer = consumer(100);
        pollApplying(consumer, () -> store.stored.getOrDefault(1, 0L) == 11);
        assertThat(chunks).extracting(PartitionChunk::partition).containsOnly(1);

        store.stored.put(0, 4L);
        store.notReady.clear();
        pollApplying(consumer, () -> store.stored.get(0) == 11);

        assertThat(chunks)
                .filteredOn(chunk -> chunk.partition() == 0)
                .first()
                .satisfies(chunk -> assertThat(chunk.expected()).isEqualTo(4));
    }

    @Test
    void betweenTwoChunksAPartitionWaitsUntilItsStoreIsReadyAndGoesOnWhereItWas() {
        commit(0, 10);
        PartitionChunkConsumer consumer = consumer(4);
        poll(consumer, () -> chunks.size() == 1, chunk -> {
            applied(chunk);
            store.notReady.add(0);
        });
        commit(1, 10);
        pollApplying(consumer, () -> store.stored.getOrDefault(1, 0L) == 11);
        assertThat(chunks).filteredOn(chunk -> chunk.partition() == 0).hasSize(1);

        store.notReady.clear();
        pollApplying(consumer, () -> store.stored.get(0) == 11);

        assertChain(0);
    }

    /** A second is more than the time that a poll has for its store. */
    @Test
    void aPollWaitsForOneSlowAnswerOfTheStoreAtMost() {
        commit(0, 1);
        commit(1, 1);
        PartitionChunkConsumer consumer = consumer(100);
        pollApplying(consumer, () -> store.stored.size() == 2);
        store.asked.clear();
        store.answersAfterMillis = 1_000;

        consumer.poll(Duration.ofMillis(50));
        List<Integer> first = List.copyOf(store.asked);
        store.asked.clear();
        store.notReady.addAll(first);
        consumer.poll(Duration.ofMillis(50));

        assertThat(first).hasSize(1);
        assertThat(store.asked).hasSize(1);
    }

    @Test
    void aStoreThatStandsWhereItLikesIsNotReadAgain() {
        commit(0, 10);
        store.standsAnywhere = true;
        PartitionChunkConsumer consumer = consumer(100);
        pollApplying(consumer, () -> store.stored.getOrDefault(0, 0L) == 11);

        store.stored.put(0, 5L);
        commit(1, 1);
        store.lags.clear();
        pollApplying(consumer, () -> store.stored.containsKey(1) && store.lags.containsKey(0));

        assertThat(chunks).filteredOn(chunk -> chunk.partition() == 0).hasSize(1);
    }
}
