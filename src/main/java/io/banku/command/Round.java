package io.banku.command;

import io.banku.account.Account;
import io.banku.account.Command.Transfer;
import io.banku.account.Decide;
import io.banku.account.Decision;
import io.banku.account.Event;
import io.banku.account.Fold;
import io.banku.account.LogEntry;
import io.banku.account.Origin;
import io.banku.account.Origin.FromCommand;
import io.banku.account.Origin.FromTransfer;
import io.banku.account.RecordedEvent;
import io.banku.command.Decider.Surroundings;
import io.banku.view.CommandView.Sight;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One batch of commands on its way to events: each is decided on the accounts as those before it have left them. */
final class Round {
    private final List<QueuedCommand> batch;
    private final Sight sight;
    private final boolean targetRebuilding;
    private final Map<String, Account> accounts;
    private final Instant now;
    private final List<RecordedEvent> events = new ArrayList<>();
    private final Map<QueuedCommand, Decision> decisions = new LinkedHashMap<>();
    private final List<QueuedCommand> passedOver = new ArrayList<>();

    private Round(
            List<QueuedCommand> batch,
            Sight sight,
            boolean targetRebuilding,
            Map<String, Account> accounts,
            Instant now) {
        this.batch = batch;
        this.sight = sight;
        this.targetRebuilding = targetRebuilding;
        this.accounts = accounts;
        this.now = now;
    }

    /** Reads what the batch will ask for: its own partition in one look, then targets elsewhere, which may be older. */
    static Round look(Surroundings around, int partition, List<QueuedCommand> batch) {
        Map<Integer, Set<String>> named = new TreeMap<>();
        named.put(partition, new TreeSet<>());
        Set<String> ids = new HashSet<>();
        for (QueuedCommand queued : batch) {
            var command = queued.submission().command();
            ids.add(queued.id());
            named.get(partition).add(command.account());
            if (command instanceof Transfer transfer) {
                int home = around.partitioning().of(transfer.target());
                named.computeIfAbsent(home, first -> new TreeSet<>()).add(transfer.target());
            }
        }
        Sight own = around.view().look(partition, named.remove(partition), ids);
        Map<String, Account> accounts = new HashMap<>(own.accounts());
        boolean targetRebuilding = false;
        for (var targets : named.entrySet()) {
            Sight elsewhere = around.view().look(targets.getKey(), targets.getValue(), Set.of());
            targetRebuilding |= elsewhere.isRebuilding();
            accounts.putAll(elsewhere.accounts());
        }
        return new Round(batch, own, targetRebuilding, accounts, around.clock().instant());
    }

    Sight sight() {
        return sight;
    }

    /** A target may seem unknown that is not: whoever sends to it would be declined, and for ever. */
    boolean isTargetRebuilding() {
        return targetRebuilding;
    }

    /** The events of all commands, in order; none for one that has its outcome or will never get one. */
    List<RecordedEvent> decide() {
        Set<String> decided = new HashSet<>(sight.decided());
        for (QueuedCommand queued : batch) {
            if (queued.isLate() || !decided.add(queued.id())) {
                passedOver.add(queued);
            } else {
                decide(queued);
            }
        }
        return events;
    }

    private void decide(QueuedCommand queued) {
        LocalDate today = LocalDate.ofInstant(queued.time(), ZoneOffset.UTC);
        Decision decision = Decide.on(queued.submission().command(), accounts::get, queued.id(), today);
        decisions.put(queued, decision);
        FromCommand origin = new FromCommand(queued.id(), queued.fingerprint(), queued.offset(), queued.time());
        add(queued.id() + "/0", decision.own(), origin);
        decision.credit().ifPresent(credit -> add(queued.id() + "/1", credit, new FromTransfer(queued.id())));
    }

    private void add(String id, Event event, Origin origin) {
        RecordedEvent recorded = new RecordedEvent(id, event, origin, now);
        events.add(recorded);
        accounts.computeIfPresent(
                event.account(),
                (same, before) -> Fold.apply(before, new LogEntry.Readable(recorded, before.offset() + 1)));
    }

    void tell(DecisionObserver observer) {
        decisions.forEach(
                (queued, decision) -> observer.decided(queued.submission().command(), decision));
        passedOver.forEach(observer::passedOver);
    }
}
