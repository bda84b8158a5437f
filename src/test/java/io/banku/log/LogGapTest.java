package io.banku.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.junit.jupiter.api.Test;

/** A position that the log does not have is an alarm, and nothing is skipped. */
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
                .allSatisfy(gap -> assertThat(gap).startsWith("0: ").contains("1000"));
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
    void anotherPartitionGoesOnBesideAGap() throws Exception {
        commit(1, 10);
        store.stored.put(0, 1_000L);
        PartitionChunkConsumer consumer = consumer(3);

        pollApplying(consumer, () -> store.position(1) == 11);

        assertChain(1);
    }
}
