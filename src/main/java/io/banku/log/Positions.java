package io.banku.log;

import java.util.Collection;
import java.util.Optional;

/** Where a consumer's partitions stand, as the store that it fills says. Called on the polling thread only. */
public interface Positions {

    /** Where reading goes on; throws when the store cannot be asked, and is then asked again. */
    Place stored(int partition);

    /**
     * Whether the store can take a chunk of the partition now; asked before every poll. While it cannot, the partition is
     * paused and polling goes on. Throws when the store cannot be asked; the partition is then held and placed anew.
     */
    default boolean isReady(int partition) {
        return true;
    }

    /**
     * Whether the store still stands where the last chunk ended, behind the same record; asked about once a second while nothing
     * arrives.
     */
    default boolean standsAt(int partition, Place place) {
        return stored(partition).isSame(place);
    }

    /**
     * How far somebody had come in a partition that becomes ours, as Kafka's consumer group remembers it: it may have been
     * further, and the store may have gone back since. Called before the partition is placed.
     */
    default void reached(int partition, long position) {}

    /** How far the log must reach at least: what is in it up to there was read once. */
    default long leastEnd(int partition) {
        return 0;
    }

    /**
     * How far the store may have taken records of the partition that it will be given again, with the leader epoch of the last
     * one: it was interrupted. The log is asked for that place before the store reaches it.
     */
    default Optional<Place> ahead(int partition) {
        return Optional.empty();
    }

    /** Partitions that are not ours any more: forget everything about them. */
    default void revoked(Collection<Integer> partitions) {}

    /** Partitions that are ours now, standing at their stored positions. */
    default void assigned(Collection<Integer> partitions) {}

    /** About once a second: how many offsets are still to be read. */
    default void lag(int partition, long offsets) {}

    /**
     * The log does not have the stored position any more, or not yet, or has other records before it: nothing is skipped,
     * the partition waits.
     *
     * @param detail what was expected and found, and which offsets are gone
     */
    void gap(int partition, String detail);
}
