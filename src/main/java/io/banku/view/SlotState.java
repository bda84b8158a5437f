package io.banku.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where a partition's slot stands.
 *
 * @param position the offset of the next event to apply; below 0 while the slot is being emptied
 * @param epoch the leader epoch of the record before that, by which Kafka knows whether it is still the same one; null
 *     where it is not known, as in a slot of an older version
 * @param rebuildingTo where the slot stood when it was last rebuilt, or was found to have gone back, 0 if neither ever
 *     was: before that it shows a past that nobody asked for
 * @param rebuildBegan when it was last rebuilt, or null
 * @param losses how often it was rebuilt from a log that had lost something: what was seen of it before that says nothing
 *     any more
 * @param gap what the log has lost of what is in the slot, or came before it, or null: nothing in it is certain then, until
 *     it is rebuilt
 * @param ahead how far its accounts may stand ahead, as an apply did not come to its end, or null
 */
public record SlotState(
        long position, Integer epoch, long rebuildingTo, Instant rebuildBegan, long losses, String gap, Ahead ahead) {
    /** What is asked of a slot to know its state, in the order of {@link #of}. */
    static final String[] FIELDS = {
        "position", "epoch", "rebuildingTo", "rebuildBegan", "losses", "gap", "torn", "tornEpoch"
    };

    /**
     * Where an apply was on its way to.
     *
     * @param epoch the leader epoch of the record before that, or null
     */
    public record Ahead(long position, Integer epoch) {}

    /** Of accounts that all stand at its position. */
    public SlotState(long position, Integer epoch, long rebuildingTo, Instant rebuildBegan, long losses, String gap) {
        this(position, epoch, rebuildingTo, rebuildBegan, losses, gap, null);
    }

    /** A slot to which nothing ever happened. */
    public static SlotState at(long position) {
        return new SlotState(position, null, 0, null, 0, null);
    }

    /** What is in it is being deleted; then it is folded again from the log's beginning. */
    public boolean isEmptying() {
        return position < 0;
    }

    /** It does not show yet what it showed before. */
    public boolean isRebuilding() {
        return position < rebuildingTo;
    }

    /** How far the log has gone at least: some accounts may have what comes after the position. */
    public long furthest() {
        return ahead == null ? position : Math.max(position, ahead.position());
    }

    /** What the log has lost of it. */
    public Optional<String> lost() {
        return Optional.ofNullable(gap);
    }

    public SlotState with(String found) {
        return new SlotState(position, epoch, rebuildingTo, rebuildBegan, losses, found, ahead);
    }

    /** It has to stand at least there before it says anything. */
    public SlotState rebuildingTo(long aim) {
        return new SlotState(position, epoch, Math.max(rebuildingTo, aim), rebuildBegan, losses, gap, ahead);
    }

    /** @param fields null or empty where the slot has none: nothing of the kind ever happened to it */
    static SlotState of(List<String> fields) {
        String began = fields.get(3);
        String gap = fields.get(5);
        return new SlotState(
                number(fields.get(0)),
                epoch(fields.get(1)),
                number(fields.get(2)),
                isNothing(began) ? null : Instant.parse(began),
                number(fields.get(4)),
                isNothing(gap) ? null : gap,
                ahead(fields.get(6), fields.get(7)));
    }

    static Ahead ahead(String torn, String epoch) {
        return isNothing(torn) ? null : new Ahead(number(torn), epoch(epoch));
    }

    private static Integer epoch(String field) {
        return isNothing(field) ? null : Integer.valueOf(field);
    }

    private static long number(String field) {
        return isNothing(field) ? 0 : Long.parseLong(field);
    }

    private static boolean isNothing(String field) {
        return field == null || field.isEmpty();
    }
}
