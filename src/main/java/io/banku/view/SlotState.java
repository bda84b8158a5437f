package io.banku.view;

import java.time.Instant;
import java.util.List;

/**
 * Where a partition's slot stands.
 *
 * @param position the offset of the next event to apply; below 0 while the slot is being emptied
 * @param rebuildingTo where the slot stood when it was last rebuilt, or was found to have gone back, 0 if neither ever
 *     was: before that it shows a past that nobody asked for
 * @param rebuildBegan when it was last rebuilt, or null
 * @param rebuilds how often it was rebuilt: what was seen of it before that says nothing any more
 */
public record SlotState(long position, long rebuildingTo, Instant rebuildBegan, long rebuilds) {
    /** What is asked of a slot to know its state, in the order of {@link #of}. */
    static final String[] FIELDS = {"position", "rebuildingTo", "rebuildBegan", "rebuilds"};

    /** A slot that was never rebuilt. */
    public static SlotState at(long position) {
        return new SlotState(position, 0, null, 0);
    }

    /** What is in it is being deleted; then it is folded again from the log's beginning. */
    public boolean isEmptying() {
        return position < 0;
    }

    /** It does not show yet what it showed before. */
    public boolean isRebuilding() {
        return position < rebuildingTo;
    }

    /** It was seen later than it stands now, and was not rebuilt since. */
    SlotState wentBackFrom(long seen) {
        return new SlotState(position, Math.max(rebuildingTo, seen), rebuildBegan, rebuilds);
    }

    /** @param fields null or empty where the slot has none: nothing of the kind ever happened to it */
    static SlotState of(List<String> fields) {
        String began = fields.get(2);
        return new SlotState(
                number(fields.get(0)),
                number(fields.get(1)),
                began == null || began.isEmpty() ? null : Instant.parse(began),
                number(fields.get(3)));
    }

    private static long number(String field) {
        return field == null || field.isEmpty() ? 0 : Long.parseLong(field);
    }
}
