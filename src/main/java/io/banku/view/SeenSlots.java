package io.banku.view;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/**
 * How far this process has seen each slot. One that stands before that went back, as a Redis does that lost its last
 * second, or everything: its balances are of a past that was already over. Shared by threads.
 */
public final class SeenSlots {
    private static final long UNKNOWN = -1;

    private record Height(long position, long losses) {
        static final Height NONE = new Height(0, UNKNOWN);

        /** A log that lost its tail may never reach again where it was. */
        Height and(Height later) {
            boolean beganAnew = losses != UNKNOWN && later.losses > losses;
            return later.position >= position || beganAnew ? later : this;
        }
    }

    /**
     * How far a slot was seen before a read of it began. What is seen while the read is under way says nothing about what the
     * read finds: that was right when it was read.
     */
    public final class Before {
        private final int partition;
        private final Height height;

        private Before(int partition) {
            this.partition = partition;
            this.height = heights.getOrDefault(partition, Height.NONE);
        }

        /** Remembers the slot that the read found, or, where it went back, says that it is being rebuilt to where it was seen. */
        public SlotState look(SlotState slot) {
            Height found = new Height(slot.position(), slot.losses());
            heights.merge(partition, found, Height::and);
            Height seen = height.and(found);
            return seen.position > slot.position() ? slot.rebuildingTo(seen.position) : slot;
        }
    }

    private final Map<Integer, Height> heights = new ConcurrentHashMap<>();

    /** To be asked before a slot is read. */
    public Before before(int partition) {
        return new Before(partition);
    }

    /** Reads a slot, and says of one that went back that it is being rebuilt to where it was seen. */
    public SlotState look(int partition, IntFunction<SlotState> read) {
        Before before = before(partition);
        return before.look(read.apply(partition));
    }

    /** A slot was written up to there, or somebody else saw it there. */
    public void reached(int partition, long position) {
        heights.merge(
                partition,
                new Height(position, UNKNOWN),
                (seen, now) -> now.position > seen.position ? new Height(now.position, seen.losses) : seen);
    }
}
