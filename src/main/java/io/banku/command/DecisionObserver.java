package io.banku.command;

import io.banku.account.Decision;
import java.time.Duration;

/** Told what deciders do: for metrics. Called by several threads; must not throw. */
public interface DecisionObserver {
    /** A decider took a partition over. */
    default void tookOver(int partition) {}

    /** A command's decision is in the log. */
    default void decided(QueuedCommand command, Decision decision) {}

    /** A command was passed over: it had been decided, or was appended too late. */
    default void passedOver(QueuedCommand command) {}

    /** A record was stepped over that says not even which command it is. */
    default void steppedOver(int partition) {}

    /** The view has everything that the partition's decider wrote, so long after it was written, or was found to lack it. */
    default void caughtUp(int partition, Duration waited) {}
}
