package io.banku.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The store's position rules what is read, whatever happens. */
@Tag("long")
class PartitionChunkConsumerTest extends ChunkReading {

    PartitionChunkConsumerTest(LogConnection kafka) {
        super(kafka);
    }

    @Test
    void chunksChainExactlyOverTheMarkersOfTransactions() throws Exception {
        commit(0, 10);
        abort(0, 5);
        commit(0, 10);
        PartitionChunkConsumer consumer = consumer(7);
        long end = 10 + 1 + 5 + 1 + 10 + 1;

        pollApplying(consumer, () -> store.position(0) == end);

        assertChain(0);
        assertThat(chunks.stream().mapToInt(PartitionChunk::size).sum()).isEqualTo(20);
        assertThat(chunks).allSatisfy(chunk -> assertThat(chunk.size()).isLessThanOrEqualTo(7));
    }

    @Test
    void everyPartitionHasItsOwnChain() throws Exception {
        commit(0, 8);
        commit(1, 3);
        PartitionChunkConsumer consumer = consumer(5);

        pollApplying(consumer, () -> store.position(0) == 9 && store.position(1) == 4);

        assertChain(0);
        assertChain(1);
    }

    @Test
    void aChunkThatIsNotDoneComesAgain() throws Exception {
        commit(0, 4);
        PartitionChunkConsumer consumer = consumer(100);

        pollUntil(consumer, () -> !chunks.isEmpty());
        PartitionChunk failed = chunks.get(0);
        pollApplying(consumer, () -> store.position(0) == 5);

        assertThat(chunks.get(1).expected()).isEqualTo(failed.expected());
        assertThat(chunks.stream().skip(1).mapToInt(PartitionChunk::size).sum())
                .as(chunks.toString())
                .isEqualTo(4);
    }

    @Test
    void otherPartitionsGoOnWhileOneIsHeld() throws Exception {
        commit(0, 1);
        commit(1, 20);
        PartitionChunkConsumer consumer = consumer(1);

        poll(consumer, () -> store.position(1) == 21, chunk -> {
            if (chunk.partition() == 1) {
                applied(chunk);
            }
        });

        assertThat(store.position(0)).isZero();
    }

    @Test
    void theStoredPositionWinsOverTheCommittedOffset() throws Exception {
        commit(0, 10);
        admin.alterConsumerGroupOffsets(topic, Map.of(partition0, new OffsetAndMetadata(8)))
                .all()
                .get();
        store.stored.put(0, 3L);
        PartitionChunkConsumer consumer = consumer(100);

        pollApplying(consumer, () -> store.position(0) == 11);

        assertThat(chunks.get(0).expected()).as(chunks.toString()).isEqualTo(3);
        assertThat(chunks.get(0).raw().get(0).offset()).isEqualTo(3);
        assertChain(0);
    }

    @Test
    void theCommittedOffsetFollowsForLagTools() throws Exception {
        commit(0, 10);
        PartitionChunkConsumer consumer = consumer(100);

        pollApplying(consumer, () -> committedOffset() == 11);

        assertThat(store.position(0)).isEqualTo(11);
    }

    @Test
    void aStoreIsToldHowFarItWasBeforeItsPartitionsAreTakenOver() throws Exception {
        commit(0, 10);
        admin.alterConsumerGroupOffsets(topic, Map.of(partition0, new OffsetAndMetadata(8)))
                .all()
                .get();
        PartitionChunkConsumer consumer = consumer(100);

        pollApplying(consumer, () -> store.position(0) == 11);

        assertThat(store.reached).containsExactly(Map.entry(0, 8L));
        assertThat(chunks.get(0).expected())
                .as("where it reads is for the store to say")
                .isZero();
    }

    @Test
    void aCommittedOffsetThatTheLogDoesNotHaveSaysNothing() throws Exception {
        commit(0, 10);
        admin.alterConsumerGroupOffsets(topic, Map.of(partition0, new OffsetAndMetadata(800)))
                .all()
                .get();
        PartitionChunkConsumer consumer = consumer(100);

        pollApplying(consumer, () -> store.position(0) == 11);

        assertThat(store.reached).isEmpty();
    }

    @Test
    void aViewThatWasRolledBackIsNoticedWhileNothingArrives() throws Exception {
        commit(0, 10);
        PartitionChunkConsumer consumer = consumer(100);
        pollApplying(consumer, () -> store.position(0) == 11);
        chunks.clear();

        store.stored.put(0, 4L);
        pollApplying(consumer, () -> store.position(0) == 11);

        assertThat(chunks.get(0).expected()).isEqualTo(4);
        assertThat(chunks.stream().mapToInt(PartitionChunk::size).sum()).isEqualTo(6);
    }

    @Test
    void nobodyElseMovesTheConsumer() throws Exception {
        commit(0, 10);
        PartitionChunkConsumer consumer = consumer(3);
        pollApplying(consumer, () -> store.position(0) == 3);

        consumer.seek(partition0, 8);
        consumer.seek(partition0, new OffsetAndMetadata(9));
        consumer.seekToBeginning(List.of(partition0));
        consumer.seekToEnd(List.of(partition0));
        pollApplying(consumer, () -> store.position(0) == 11);

        assertChain(0);
        assertThat(chunks.stream().mapToInt(PartitionChunk::size).sum()).isEqualTo(10);
    }

    @Test
    void aStoreThatCannotBeAskedIsAskedAgainAndNothingIsDeliveredMeanwhile() throws Exception {
        commit(0, 10);
        store.stored.put(0, 2L);
        store.unreachable = true;
        PartitionChunkConsumer consumer = consumer(100);
        pollUntil(consumer, () -> store.assigned.contains(0));

        pollUntil(consumer, () -> !consumer.paused().isEmpty());
        assertThat(chunks).isEmpty();
        store.unreachable = false;
        pollApplying(consumer, () -> store.position(0) == 11);

        assertThat(chunks.get(0).expected()).isEqualTo(2);
        assertChain(0);
    }

    @Test
    void aSuspendedConsumerDeliversNothingAndGoesOnAtTheStoredPosition() throws Exception {
        PartitionChunkConsumer consumer = consumer(100);
        pollUntil(consumer, () -> store.lags.containsKey(0));
        consumer.pause(consumer.assignment());
        commit(0, 10);
        store.lags.clear();

        pollUntil(consumer, () -> store.lags.containsKey(0));
        assertThat(chunks).isEmpty();
        consumer.resume(consumer.assignment());
        pollApplying(consumer, () -> store.position(0) == 11);

        assertChain(0);
    }

    @Test
    void aPartitionThatGoesIsForgottenAndComesBackAtItsStoredPosition() throws Exception {
        commit(0, 10);
        commit(1, 10);
        PartitionChunkConsumer first = consumer(100);
        pollApplying(first, () -> store.position(0) == 11 && store.position(1) == 11);

        StoredPositions others = new StoredPositions();
        others.stored.putAll(store.stored);
        PartitionChunkConsumer second = consumer(100, others);
        await().pollInSameThread().until(() -> {
            first.poll(Duration.ofMillis(50));
            second.poll(Duration.ofMillis(50));
            return first.assignment().size() == 1 && second.assignment().size() == 1;
        });
        int gone = second.assignment().iterator().next().partition();
        assertThat(store.revoked).contains(gone);
        assertThat(others.assigned).containsExactly(gone);

        second.close();
        store.stored.put(gone, 6L);
        chunks.clear();
        pollApplying(first, () -> store.position(gone) == 11);

        assertThat(chunks.get(0).partition()).isEqualTo(gone);
        assertThat(chunks.get(0).expected()).isEqualTo(6);
    }
}
