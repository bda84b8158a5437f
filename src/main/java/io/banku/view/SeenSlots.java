package io.banku.view;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How far this process has seen each slot. One that stands before that went back, as a Redis does that lost its last
 * second, or everything: its balances are of a past that was already over. Shared by threads.
 */
public final class SeenSlots {
    private record Height(long position, long losses) {
        /** A log that lost its tail may never reach again where it was. */
        Height and(Height later) {
            return later.position >= position || later.losses > losses ? later : this;
        }
    }

    private final Map<Integer, Height> heights = new ConcurrentHashMap<>();

    /** Remembers a slot as it stands, or, where it went back, says that it is being rebuilt to where it was seen. */
    public SlotState look(int partition, SlotState slot) {
        Height seen = heights.merge(partition, new Height(slot.position(), slot.losses()), Height::and);
        return seen.position > slot.position() ? slot.rebuildingTo(seen.position) : slot;
    }

    /** A slot was written up to there, or somebody else saw it there. */
    public void reached(int partition, long position) {
        heights.merge(
                partition,
                new Height(position, 0),
                (seen, now) -> now.position > seen.position ? new Height(now.position, seen.losses) : seen);
    }
}
