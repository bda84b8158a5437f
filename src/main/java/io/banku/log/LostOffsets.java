package io.banku.log;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.LogTruncationException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Which offsets are gone where a log does not have a position, in words for people. */
final class LostOffsets {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private LostOffsets() {}

    /**
     * Nothing when the log has the position now, as whoever said otherwise did not know yet, or spoke of other partitions; or
     * when it does not say what it has.
     */
    static Optional<String> of(
            Consumer<?, ?> consumer, TopicPartition partition, long position, InvalidOffsetException found) {
        if (found instanceof LogTruncationException truncated
                && found.partitions().contains(partition)) {
            OffsetAndMetadata end = truncated.divergentOffsets().get(partition);
            return Optional.of("expected the log to have what was read of it, up to " + position
                    + ", found other records there, or none: "
                    + (end == null ? "some of the offsets before " + position : offsets(end.offset(), position))
                    + " are gone");
        }
        return before(consumer, partition, position);
    }

    /** What is gone of the offsets that lead to a position, once read; nothing when the log has it, or does not say. */
    static Optional<String> before(Consumer<?, ?> consumer, TopicPartition partition, long position) {
        try {
            long begin = consumer.beginningOffsets(Set.of(partition), PATIENCE).get(partition);
            long end = consumer.endOffsets(Set.of(partition), PATIENCE).get(partition);
            return begin <= position && position <= end ? Optional.empty() : Optional.of(of(position, begin, end));
        } catch (TimeoutException unknown) {
            return Optional.empty();
        }
    }

    static String of(long position, long begin, long end) {
        return "expected offset " + position + " to come next, found offsets " + begin + " to " + end + ": "
                + (position < begin ? offsets(position, begin) : offsets(end, position)) + " are gone";
    }

    private static String offsets(long from, long to) {
        return "offsets " + from + " to " + (to - 1);
    }
}
