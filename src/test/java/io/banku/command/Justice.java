package io.banku.command;

import io.banku.account.Command.Movement;
import io.banku.account.Decline;
import io.banku.account.Event.CommandDeclined;
import io.banku.account.Event.MoneyReceived;
import io.banku.account.LogEntry;
import io.banku.account.Origin.FromCommand;
import io.banku.account.Origin.FromTransfer;
import io.banku.account.RecordedEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;

/**
 * Whether the commands of a partition were decided on balances that somebody could still believe. What the partition's
 * decider wrote itself, it has to know to the last record. What files and transfers from elsewhere bring, it may not
 * know yet; but it has to know what it has seen before.
 */
final class Justice {
    private final SimulatedWorld world;
    private final int partition;
    private final List<LogEntry> entries;
    /** By account: the sum of what commands of this partition moved. */
    private final Map<String, Long> own = new HashMap<>();
    /** By account and position: the sum of what others had moved by then. */
    private final Map<String, NavigableMap<Long, Long>> others = new HashMap<>();

    Justice(SimulatedWorld world, int partition, List<LogEntry> entries) {
        this.world = world;
        this.partition = partition;
        this.entries = entries;
    }

    void check(Set<String> violations) {
        for (LogEntry entry : entries) {
            RecordedEvent recorded = ((LogEntry.Readable) entry).recorded();
            if (!isOwn(recorded)) {
                add(recorded, entry.offset());
                continue;
            }
            long balance = own.merge(recorded.account(), recorded.event().change(), Long::sum);
            if (!(recorded.origin() instanceof FromCommand from) || world.wasDecidedUnaware(from.commandId())) {
                continue;
            }
            if (recorded.event() instanceof CommandDeclined declined) {
                checkDeclined(declined, from, balance, entry.offset(), violations);
            } else if (recorded.event().change() < 0
                    && !couldBe(recorded.account(), from, entry.offset(), moved -> balance + moved >= 0)) {
                violations.add("an account is below what is available");
            }
        }
    }

    private void checkDeclined(
            CommandDeclined declined, FromCommand from, long balance, long offset, Set<String> violations) {
        if (!declined.reason().equals(Decline.INSUFFICIENT_FUNDS.slug())) {
            violations.add("a command is declined for an account that is there: " + declined.reason());
            return;
        }
        long amount = amount(from);
        if (!couldBe(declined.account(), from, offset, moved -> balance + moved < amount)) {
            violations.add("a command is declined though there was enough");
        }
    }

    private long amount(FromCommand from) {
        return world.commands.of(partition).stream()
                .filter(queued -> queued.offset() == from.commandOffset())
                .map(queued -> (Movement) queued.submission().command())
                .findFirst()
                .orElseThrow()
                .amount()
                .minor();
    }

    private void add(RecordedEvent recorded, long offset) {
        NavigableMap<Long, Long> moved = others.computeIfAbsent(recorded.account(), none -> new TreeMap<>());
        long before = moved.isEmpty() ? 0 : moved.lastEntry().getValue();
        moved.put(offset + 1, before + recorded.event().change());
    }

    /** By a command that was decided in this partition. */
    private boolean isOwn(RecordedEvent recorded) {
        return recorded.origin() instanceof FromCommand
                || recorded.origin() instanceof FromTransfer
                        && recorded.event() instanceof MoneyReceived received
                        && SimulatedWorld.PARTITIONING.of(received.counterparty()) == partition;
    }

    /** Whether it is so at any position between what had been seen before and the event itself. */
    private boolean couldBe(String account, FromCommand from, long offset, LongPredicate moved) {
        NavigableMap<Long, Long> sums = others.getOrDefault(account, new TreeMap<>());
        long seen = world.decidedBeyond(from.commandId());
        Map.Entry<Long, Long> atFirst = sums.floorEntry(seen);
        LongStream later = sums.subMap(seen, false, Math.max(seen, offset), true).values().stream()
                .mapToLong(Long::longValue);
        return LongStream.concat(LongStream.of(atFirst == null ? 0 : atFirst.getValue()), later)
                .anyMatch(moved);
    }
}
