package io.banku.command;

import io.banku.view.CommandView;
import io.banku.view.SlotState;
import java.util.Optional;

/** What the log of a partition has lost: as its slot says, and as records of our own show. One thread. */
final class Losses {
    private final int partition;
    private final CommandView view;
    /** The slot as it was when the partition was taken over. */
    private SlotState takenOver = SlotState.at(0);
    /** What our own records say, until that is written where everybody sees it. */
    private Optional<String> untold = Optional.empty();

    private Optional<String> gap = Optional.empty();

    Losses(int partition, CommandView view) {
        this.partition = partition;
        this.view = view;
    }

    /** @return whether the slot was rebuilt since the last time, from a log that had lost something */
    boolean takeOver(SlotState slot) {
        boolean isAnother = isAnother(slot);
        takenOver = slot;
        return isAnother;
    }

    /** The log that was known when the partition was taken over is no more. */
    boolean isAnother(SlotState slot) {
        return slot.losses() > takenOver.losses();
    }

    /** It was found that the log has lost something, or that such a log is what the view was built from since. */
    boolean isLacking(SlotState slot) {
        gap = slot.lost()
                .map(detail -> "BNK-5010 the log has lost something of what the view has: " + detail
                        + ". What to do: docs/operations.md, A log that lost its tail");
        return gap.isPresent();
    }

    /** As the last look showed it. */
    Optional<String> gap() {
        return gap;
    }

    /** To be told when the partition is let go. */
    void found(String detail) {
        untold = Optional.of(detail);
    }

    /** What is not told yet, and what could not be told at once. */
    void tell() {
        untold.ifPresent(detail -> view.lost(partition, takenOver, detail));
        untold = Optional.empty();
    }
}
