package io.banku.command;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;

/**
 * Transfers whose targets cannot take them, as slots of other partitions say. A slot may have lost what it had: such a
 * command is declined only when the slot has everything that the log had when it was doubted first. One thread.
 */
final class Doubts {
    /** Where the log of the target's partition ended when the command with this id was doubted first. */
    private final Map<String, Long> ends = new HashMap<>();

    /** @param position of the slot that says so */
    record Doubt(QueuedCommand command, int partition, long position) {}

    /**
     * The first command whose doubt remains.
     *
     * @param doubts in the order of the commands
     * @param end the end of a partition of the log now
     */
    Optional<QueuedCommand> first(Collection<Doubt> doubts, IntToLongFunction end) {
        Set<String> ids = doubts.stream().map(doubt -> doubt.command().id()).collect(Collectors.toSet());
        ends.keySet().retainAll(ids);
        Map<Integer, Long> now = new HashMap<>();
        QueuedCommand first = null;
        for (Doubt doubt : doubts) {
            Long needed = ends.get(doubt.command().id());
            if (needed == null) {
                needed = now.computeIfAbsent(doubt.partition(), end::applyAsLong);
                ends.put(doubt.command().id(), needed);
            }
            if (first == null && doubt.position() < needed) {
                first = doubt.command();
            }
        }
        return Optional.ofNullable(first);
    }
}
