package io.banku.camel;

import io.banku.view.Outcome;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** One request that waits for the view; each is itself and no other, though two may wait for the same. */
final class ViewWaiter {
    private final int partition;
    private final String commandId;
    private final long least;
    private final long deadline;
    private final Consumer<Seen> then;
    /** Only the watching thread knows it. */
    private boolean lookedFor;

    /** What a look at the view has shown to a waiter. */
    record Seen(Optional<Outcome> outcome, boolean reached) {
        static final Seen NOTHING = new Seen(Optional.empty(), false);

        boolean isSomething() {
            return outcome.isPresent() || reached;
        }
    }

    private ViewWaiter(int partition, String commandId, long least, Duration atMost, Consumer<Seen> then) {
        this.partition = partition;
        this.commandId = commandId;
        this.least = least;
        this.deadline = System.nanoTime() + atMost.toNanos();
        this.then = then;
    }

    static ViewWaiter forOutcome(int partition, String commandId, Duration atMost, Consumer<Optional<Outcome>> then) {
        return new ViewWaiter(partition, commandId, Long.MAX_VALUE, atMost, seen -> then.accept(seen.outcome()));
    }

    static ViewWaiter forPosition(int partition, long least, Duration atMost, Consumer<Boolean> then) {
        return new ViewWaiter(partition, null, least, atMost, seen -> then.accept(seen.reached()));
    }

    int partition() {
        return partition;
    }

    /** Null when it waits for a position. */
    String commandId() {
        return commandId;
    }

    boolean isForPosition() {
        return commandId == null;
    }

    /** It has had its look at the view, or the view cannot be looked at. */
    void wasLookedFor() {
        lookedFor = true;
    }

    /**
     * Whoever wants to wait for no time at all is not late before the first look.
     *
     * @param nanoTime now, as of {@link System#nanoTime()}
     */
    boolean isLate(long nanoTime) {
        return lookedFor && deadline - nanoTime <= 0;
    }

    Seen sees(long position) {
        return new Seen(Optional.empty(), position >= least);
    }

    Seen sees(Outcome outcome) {
        return new Seen(Optional.ofNullable(outcome), false);
    }

    void tell(Seen seen) {
        then.accept(seen);
    }
}
