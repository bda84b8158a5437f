package io.banku.log;

import java.util.Optional;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/**
 * Where reading goes on in a partition.
 *
 * @param position the offset of the next record
 * @param epoch the leader epoch of the record before it, where that is known: Kafka tells by it whether that record is still
 *     the one that was read, or the log lost its tail and has grown again
 */
public record Place(long position, Optional<Integer> epoch) {

    public static Place at(long position) {
        return new Place(position, Optional.empty());
    }

    /** Where both say which record is before it, it is the same one. */
    boolean isSame(Place other) {
        return position == other.position && (epoch.isEmpty() || other.epoch.isEmpty() || epoch.equals(other.epoch));
    }

    OffsetAndMetadata toSeek() {
        return new OffsetAndMetadata(position, epoch, "");
    }
}
