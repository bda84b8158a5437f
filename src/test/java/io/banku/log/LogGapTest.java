package io.banku.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A position that the log does not have is an alarm, and nothing is skipped. */
@Tag("long")
class LogGapTest extends ChunkReading {

    LogGapTest(LogConnection kafka) {
        super(kafka);
    }

    @Test
    void aPositionBeyondTheLogsEndIsAnAlarmAndSkipsNothing() throws Exception {
        commit(0, 10);
        store.stored.put(0, 1_000L);
        PartitionChunkConsumer consumer = consumer(100);

        pollApplying(consumer, () -> store.gaps.size() >= 4);

        assertThat(store.gaps)
                .allSatisfy(gap -> assertThat(gap).startsWith("0: ").contains("1000", "offsets 11 to 999 are gone"));
        assertThat(chunks).isEmpty();
        assertThat(store.lags).as("a partition with a gap has no lag to tell").doesNotContainKey(0);
        assertThat(store.position(0)).isEqualTo(1_000);
    }

    @Test
    void aPositionBeforeTheLogsStartIsAnAlarmAndSkipsNothing() throws Exception {
        commit(0, 10);
        admin.deleteRecords(Map.of(partition0, RecordsToDelete.beforeOffset(5)))
                .all()
                .get();
        PartitionChunkConsumer consumer = consumer(100);

        pollApplying(consumer, () -> store.gaps.size() >= 4);

        assertThat(chunks).isEmpty();
        assertThat(store.lags).as("a partition with a gap has no lag to tell").doesNotContainKey(0);
    }

    @Test
    void aGapEndsWhenTheViewStandsInTheLogAgain() throws Exception {
        commit(0, 10);
        store.stored.put(0, 1_000L);
        PartitionChunkConsumer consumer = consumer(100);
        pollApplying(consumer, () -> !store.gaps.isEmpty());

        store.stored.put(0, 0L);
        pollApplying(consumer, () -> store.position(0) == 11);

        assertChain(0);
        pollApplying(consumer, () -> store.lags.containsKey(0));
    }

    @Test
    void aStoreThatOnceStoodBeyondTheLogsEndHasAGapToo() throws Exception {
        commit(0, 10);
        store.leastEnds.put(0, 100L);
        PartitionChunkConsumer consumer = consumer(100);

        pollApplying(consumer, () -> !store.gaps.isEmpty());

        assertThat(store.gaps.get(0))
                .isEqualTo("0: expected offset 100 to come next, found offsets 0 to 11: offsets 11 to 99 are gone");
        assertThat(store.stored.get(0)).isEqualTo(11);
    }

    @Test
    void aChunkSaysTheEpochOfItsLastRecordAndOfTheOneBeforeIt() throws Exception {
        commit(0, 10);
        PartitionChunkConsumer consumer = consumer(4);

        pollApplying(consumer, () -> store.position(0) == 11);

        assertThat(chunks.get(0).expectedEpoch()).isEmpty();
        assertThat(chunks).allSatisfy(chunk -> assertThat(chunk.epoch()).isPresent());
        assertThat(chunks.get(1).expectedEpoch()).isEqualTo(chunks.get(0).epoch());
    }

    /** A process that was frozen had other records in hand, as many, and was faster: nothing else has to come for that to be found. */
    @Test
    void aStoreThatStandsBehindAnotherRecordIsFoundOutWhileNothingArrives() throws Exception {
        commit(0, 10);
        PartitionChunkConsumer consumer = consumer(100);
        pollApplying(consumer, () -> store.position(0) == 11);
        store.epochs.put(0, 7);

        pollApplying(consumer, () -> !store.gaps.isEmpty());

        assertThat(store.gaps.get(0)).contains("up to 11, found other records there, or none");
    }

    @Test
    void anotherPartitionGoesOnBesideAGap() throws Exception {
        commit(1, 10);
        store.stored.put(0, 1_000L);
        PartitionChunkConsumer consumer = consumer(3);

        pollApplying(consumer, () -> store.position(1) == 11);

        assertChain(1);
    }
}
