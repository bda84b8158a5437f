package io.banku.log;

import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a store that its log lacks what was read of it. Nothing is skipped: the partition is held. One thread. */
final class Gaps {
    private static final Logger LOG = LoggerFactory.getLogger(PartitionChunkConsumer.class);

    private final Positions store;
    private final Placement placement;
    private final Consumer<?, ?> log;

    Gaps(Positions store, Placement placement, Consumer<?, ?> log) {
        this.store = store;
        this.placement = placement;
        this.log = log;
    }

    /** The log does not have the place from which partitions are to be read. */
    void lack(InvalidOffsetException gap) {
        for (TopicPartition partition : gap.partitions()) {
            Reading reading = placement.of(partition);
            lacks(reading, reading.next().orElseThrow(), gap);
        }
    }

    void lacks(Reading reading, long position, InvalidOffsetException gap) {
        placement.hold(reading);
        Optional<String> gone = LostOffsets.of(log, reading.partition(), position, gap);
        if (gone.isPresent()) {
            reading.lacks();
            store.gap(reading.number(), gone.get());
        } else {
            LOG.info("{}: to be read again from where it stood: {}", reading.partition(), gap.getMessage());
        }
    }

    /** At its end a log may still be shorter than it was when the store had read all of it. */
    void lookAtEnd(Reading reading, long lag) {
        long least = store.leastEnd(reading.number());
        if (lag == 0
                && !placement.isSuspended()
                && !reading.isHeld()
                && reading.next().orElse(least) < least) {
            LostOffsets.before(log, reading.partition(), least).ifPresent(gone -> store.gap(reading.number(), gone));
        }
    }
}
