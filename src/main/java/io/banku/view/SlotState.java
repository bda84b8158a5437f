package io.banku.view;

import java.time.Instant;

/**
 * Where a partition's slot stands.
 *
 * @param position the offset of the next event to apply; below 0 while the slot is being emptied
 * @param rebuildingTo where the slot stood when it was last rebuilt, 0 if it never was: before that it shows a past that
 *     nobody asked for
 * @param rebuildBegan when it was last rebuilt, or null
 */
public record SlotState(long position, long rebuildingTo, Instant rebuildBegan) {

    /** What is in it is being deleted; then it is folded again from the log's beginning. */
    public boolean isEmptying() {
        return position < 0;
    }

    /** It does not show yet what it showed before. */
    public boolean isRebuilding() {
        return position < rebuildingTo;
    }

    /** A field that is missing is that of a slot that was never rebuilt. */
    static SlotState of(String position, String rebuildingTo, String rebuildBegan) {
        return new SlotState(
                position == null ? 0 : Long.parseLong(position),
                rebuildingTo == null ? 0 : Long.parseLong(rebuildingTo),
                rebuildBegan == null ? null : Instant.parse(rebuildBegan));
    }
}
