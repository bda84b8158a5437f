package io.banku.command;

import io.banku.account.Account;
import io.banku.account.Command.Transfer;
import io.banku.account.Decide;
import io.banku.account.Decision;
import io.banku.account.Decline;
import io.banku.account.Event;
import io.banku.account.Fold;
import io.banku.account.LogEntry;
import io.banku.account.Origin;
import io.banku.account.Origin.FromCommand;
import io.banku.account.Origin.FromTransfer;
import io.banku.account.RecordedEvent;
import io.banku.command.Decider.Surroundings;
import io.banku.command.Doubts.Doubt;
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
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One batch of commands on its way to events: each is decided on the accounts as those before it have left them. */
final class Round {
    private final List<QueuedCommand> batch;
    private final Sight sight;
    private final Map<Integer, Sight> elsewhere;
    private final Map<String, Account> asRead;
    private final Map<String, Account> accounts;
    private final Set<String> decidedBefore;
    private final Surroundings around;
    private final Instant now;
    private final List<RecordedEvent> events = new ArrayList<>();
    private final Map<QueuedCommand, Decision> decisions = new LinkedHashMap<>();
    private final List<QueuedCommand> passedOver = new ArrayList<>();

    private Round(
            List<QueuedCommand> batch,
            Sight sight,
            Map<Integer, Sight> elsewhere,
            Map<String, Account> asRead,
            Set<String> decidedBefore,
            Surroundings around) {
        this.batch = batch;
        this.sight = sight;
        this.elsewhere = elsewhere;
        this.asRead = asRead;
        this.accounts = new HashMap<>(asRead);
        this.decidedBefore = decidedBefore;
        this.around = around;
        this.now = around.clock().instant();
    }

    /** Reads what the batch will ask for: its own partition in one look, then targets elsewhere, which may be older. */
    static Round look(Surroundings around, int partition, List<QueuedCommand> batch, OwnEvents own) {
        Map<Integer, Set<String>> named = new TreeMap<>();
        named.put(partition, new TreeSet<>());
        Set<String> ids = new HashSet<>(own.toConfirm());
        for (QueuedCommand queued : batch) {
            var command = queued.submission().command();
            ids.add(queued.id());
            named.get(partition).add(command.account());
            if (command instanceof Transfer transfer) {
                int home = around.partitioning().of(transfer.target());
                named.computeIfAbsent(home, first -> new TreeSet<>()).add(transfer.target());
            }
        }
        Sight home = around.view().look(partition, named.remove(partition), ids);
        Map<String, Account> accounts = new HashMap<>(home.accounts());
        Map<Integer, Sight> elsewhere = new TreeMap<>();
        for (var targets : named.entrySet()) {
            Sight there = around.view().look(targets.getKey(), targets.getValue(), Set.of());
            elsewhere.put(targets.getKey(), there);
            accounts.putAll(there.accounts());
        }
        return new Round(batch, home, elsewhere, accounts, home.decided(), around);
    }

    /** On top of what was read lies what the view does not have yet. */
    Round with(OwnEvents own) {
        Map<String, Account> now = new HashMap<>(asRead);
        own.layOver(now);
        Set<String> decided = new HashSet<>(decidedBefore);
        decided.addAll(own.decided());
        return new Round(batch, sight, elsewhere, now, decided, around);
    }

    Sight sight() {
        return sight;
    }

    /** The first transfer into a slot that says nothing yet: it is being rebuilt, or holds nothing of this log. */
    Optional<QueuedCommand> firstUnready() {
        return batch.stream()
                .filter(queued -> home(queued).stream().anyMatch(this::isUnready))
                .findFirst();
    }

    private boolean isUnready(int partition) {
        Sight there = elsewhere.get(partition);
        return there != null
                && (there.slot().isRebuilding()
                        || there.slot().lost().isPresent()
                        || !around.logId().equals(there.logId()));
    }

    /** The partition that a transfer goes to. */
    OptionalInt home(QueuedCommand queued) {
        return queued.submission().command() instanceof Transfer transfer
                ? OptionalInt.of(around.partitioning().of(transfer.target()))
                : OptionalInt.empty();
    }

    /** The commands before this one alone, on what was read for all: those behind it change nothing for them. */
    Round before(QueuedCommand first) {
        return new Round(batch.subList(0, batch.indexOf(first)), sight, elsewhere, asRead, decidedBefore, around);
    }

    /** What was declined for what a target's slot says; to be asked when all is decided. */
    List<Doubt> doubts() {
        List<Doubt> doubts = new ArrayList<>();
        decisions.forEach((queued, decision) -> {
            if (decision.decline().filter(Decline::isAboutTarget).isPresent()) {
                home(queued).stream()
                        .filter(elsewhere::containsKey)
                        .forEach(home -> doubts.add(
                                new Doubt(queued, home, elsewhere.get(home).position())));
            }
        });
        return doubts;
    }

    /** The events of all commands, in order; none for one that has its outcome or will never get one. */
    List<RecordedEvent> decide() {
        Set<String> decided = new HashSet<>(decidedBefore);
        for (QueuedCommand queued : batch) {
            if (queued.isLate() || !decided.add(queued.id())) {
                passedOver.add(queued);
            } else {
                decide(queued);
            }
        }
        return events;
    }

    /** The offset behind the last command that has its outcome here. */
    long decidedUpTo() {
        return decisions.keySet().stream()
                .mapToLong(queued -> queued.offset() + 1)
                .max()
                .orElse(0);
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
        decisions.forEach(observer::decided);
        passedOver.forEach(observer::passedOver);
    }
}
