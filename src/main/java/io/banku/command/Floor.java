package io.banku.command;

import io.banku.view.SlotState;
import java.util.OptionalInt;

/**
 * What is known of how far the log of a partition goes: a view that does not have the floor is not believed, and what is
 * appended lies behind the tip, or the log has lost something. One thread.
 */
class Floor {
    private static final long NOTHING = -1;

    private long floor = NOTHING;
    private long tip = NOTHING;
    private long marker = NOTHING;
    /** No record from the marker on has an earlier leader epoch. */
    private OptionalInt epoch = OptionalInt.empty();

    /** A view that stands there has what lies before; one that does not have that went back, and says what is not so any more. */
    void seen(long position) {
        raise(position - 1);
    }

    /** The log was seen to have what lies before, though no view may have all of that yet. */
    void reaches(long end) {
        tip = Math.max(tip, end - 1);
    }

    /** What our predecessors wrote lies before the marker. @return false when the marker lies where there was something else */
    boolean tookOver(long marker, OptionalInt epoch) {
        boolean isBehind = wrote(marker, marker);
        raise(marker);
        this.marker = marker;
        this.epoch = epoch;
        return isBehind;
    }

    /**
     * Whether a view is past the marker, and what it had last was written before it: it had that before the log lost it, and
     * others have come in its place.
     */
    boolean isPassedByWhatIsGone(SlotState slot) {
        return slot.position() > marker && slot.epoch() != null && epoch.isPresent() && slot.epoch() < epoch.getAsInt();
    }

    /** For people. */
    String marked() {
        return "offset " + marker + " to be of leader epoch " + epoch.orElseThrow() + " or a later one";
    }

    /** From now on a view must have that record, which is in the log. */
    void raise(long offset) {
        floor = Math.max(floor, offset);
        tip = Math.max(tip, offset);
    }

    /** @return false when the first of our records lies where there was something else */
    boolean wrote(long first, long last) {
        boolean isBehind = first > tip;
        tip = Math.max(tip, last);
        return isBehind;
    }

    boolean isPassedBy(long position) {
        return position > floor;
    }

    /** The offset that a view has to have passed. */
    long floor() {
        return floor;
    }

    /** The offset of the last record that is known to be in the log. */
    long tip() {
        return tip;
    }

    /** The log is another one than it was. */
    void forget() {
        floor = NOTHING;
        tip = NOTHING;
        marker = NOTHING;
        epoch = OptionalInt.empty();
    }
}
