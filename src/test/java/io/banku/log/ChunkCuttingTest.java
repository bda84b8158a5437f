package io.banku.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.LogTruncationException;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

/** Before a store that was interrupted gets a chunk, Kafka is asked for the place up to which it may have been. */
class ChunkCuttingTest {
    private static final TopicPartition PARTITION = new TopicPartition("t", 0);
    private static final TopicPartition OTHER = new TopicPartition("t", 1);

    private final StoredPositions store = new StoredPositions() {
        @Override
        public Optional<Place> ahead(int partition) {
            return partition == PARTITION.partition() ? Optional.of(Place.at(7)) : Optional.empty();
        }
    };

    @Test
    void whatWasPolledIsReadAgainWhenKafkaDoesNotAnswerForThePlaceAhead() {
        try (Log log = new Log(new TopicAuthorizationException(Set.of("t")))) {
            Placement placement = placed(log);

            assertThatThrownBy(() -> cutting(placement, log).chunks(polled()))
                    .isInstanceOf(TopicAuthorizationException.class);

            assertThat(placement.all())
                    .as("else the next chunk begins behind what was polled, and claims to have it")
                    .hasSize(2)
                    .allMatch(Reading::isHeld);
            assertThat(log.paused()).contains(PARTITION, OTHER);
        }
    }

    @Test
    void whatAnotherPartitionLostIsNotSaidOfTheOneThatWasAskedFor() {
        LogTruncationException ofOther =
                new LogTruncationException(Map.of(OTHER, 5L), Map.of(OTHER, new OffsetAndMetadata(2)));
        try (Log log = new Log(ofOther)) {
            Placement placement = placed(log);

            cutting(placement, log).chunks(polled());

            assertThat(store.gaps).isEmpty();
            assertThat(placement.of(PARTITION).isHeld()).isTrue();
        }
    }

    private Placement placed(Log log) {
        Placement placement = new Placement(store, KnownTopics.unwatched(2), new CommittedOffsets(), log.moves());
        placement.begin(List.of(PARTITION, OTHER));
        assertThat(placement.all()).noneMatch(Reading::isHeld);
        return placement;
    }

    private ChunkCutting cutting(Placement placement, Log log) {
        Gaps gaps = new Gaps(store, placement, log);
        return new ChunkCutting(store, ChunkContent.bytes(), placement, gaps, log.moves(), log);
    }

    private static ConsumerRecords<Object, Object> polled() {
        return new ConsumerRecords<>(
                Map.of(
                        PARTITION, List.of(new ConsumerRecord<>("t", 0, 0, new byte[0], new byte[0])),
                        OTHER, List.of(new ConsumerRecord<>("t", 1, 0, new byte[0], new byte[0]))),
                Map.of(PARTITION, new OffsetAndMetadata(1), OTHER, new OffsetAndMetadata(1)));
    }

    /** Kafka's own stand-in for a consumer; asked for a position it fails. */
    private static final class Log extends MockConsumer<Object, Object> {
        private final RuntimeException failure;

        Log(RuntimeException failure) {
            super("none");
            this.failure = failure;
            assign(List.of(PARTITION, OTHER));
            updateBeginningOffsets(Map.of(PARTITION, 0L, OTHER, 0L));
            updateEndOffsets(Map.of(PARTITION, 9L, OTHER, 2L));
        }

        @Override
        public synchronized long position(TopicPartition partition, Duration timeout) {
            throw failure;
        }

        Moves moves() {
            return new Moves() {
                @Override
                public void seek(TopicPartition partition, OffsetAndMetadata place) {
                    Log.this.seek(partition, place);
                }

                @Override
                public void pause(TopicPartition partition) {
                    Log.this.pause(List.of(partition));
                }

                @Override
                public void resume(TopicPartition partition) {
                    Log.this.resume(List.of(partition));
                }
            };
        }
    }
}
