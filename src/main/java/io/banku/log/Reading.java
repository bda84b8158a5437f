package io.banku.log;

import java.time.Duration;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/** How far a consumer has read a partition of its own, and what it waits for there. One thread. */
final class Reading {
    private final TopicPartition partition;
    private final Looks looks = new Looks(Reading::millis);
    private Place next;
    private OptionalLong heldUntil = OptionalLong.empty();
    private OptionalLong gap = OptionalLong.empty();
    private PartitionChunk inHand;
    private boolean waits;
    private boolean unavailable;

    Reading(TopicPartition partition) {
        this.partition = partition;
    }

    TopicPartition partition() {
        return partition;
    }

    int number() {
        return partition.partition();
    }

    /** The position after the last chunk handed out; none until the store has said where to begin. */
    OptionalLong next() {
        return next == null ? OptionalLong.empty() : OptionalLong.of(next.position());
    }

    /** Where the next chunk begins. */
    Place place() {
        return next;
    }

    /** It stands where the store stands, and nothing is waited for. */
    void placed(Place stored) {
        next = stored;
        if (!gap.equals(next())) {
            gap = OptionalLong.empty();
        }
        heldUntil = OptionalLong.empty();
        waits = false;
        unavailable = false;
    }

    void handedOut(PartitionChunk chunk) {
        next = new Place(chunk.next(), chunk.epoch());
        gap = OptionalLong.empty();
        inHand = chunk;
    }

    /** What is in hand, once: nobody has it in hand after that. @return null when nothing is */
    PartitionChunk taken() {
        PartitionChunk taken = inHand;
        inHand = null;
        return taken;
    }

    PartitionChunk inHand() {
        return inHand;
    }

    /** To be placed anew when its time has come. */
    void hold(long millis) {
        heldUntil = OptionalLong.of(millis() + millis);
        waits = false;
    }

    boolean isHeld() {
        return heldUntil.isPresent();
    }

    boolean isDue() {
        return isHeld() && heldUntil.getAsLong() <= millis();
    }

    Looks looks() {
        return looks;
    }

    /** The store cannot take its next chunk yet. @return whether that is new */
    boolean waits() {
        boolean isNew = !waits;
        waits = true;
        return isNew;
    }

    /** @return whether it had been waiting */
    boolean goesOn() {
        boolean waited = waits;
        waits = false;
        return waited;
    }

    /** The store cannot be asked. @return whether that is new */
    boolean isUnavailable() {
        boolean isNew = !unavailable;
        unavailable = true;
        return isNew;
    }

    /** The log does not have the position. */
    void lacks() {
        gap = next();
    }

    /** The distance from a position that the log does not have is no lag. */
    boolean hasLag() {
        return gap.isEmpty();
    }

    /** The milliseconds until something is to be done about it, if that is less. */
    Duration atMost(Duration time) {
        long least = time.toMillis();
        if (isHeld()) {
            least = Math.min(least, heldUntil.getAsLong() - millis());
        } else if (waits) {
            least = Math.min(least, looks.untilDue());
        }
        return Duration.ofMillis(Math.max(Looks.SHORTEST, least));
    }

    /** Of a clock that nobody sets. */
    static long millis() {
        return System.nanoTime() / 1_000_000;
    }
}
