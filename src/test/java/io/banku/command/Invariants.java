package io.banku.command;

import io.banku.account.Account;
import io.banku.account.Decline;
import io.banku.account.Event.CommandDeclined;
import io.banku.account.Event.MoneyReceived;
import io.banku.account.Event.MoneySent;
import io.banku.account.LogEntry;
import io.banku.account.Origin;
import io.banku.account.Origin.FromCommand;
import io.banku.account.Origin.FromTransfer;
import io.banku.account.RecordedEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What must be true of a world that has come to rest, found out from its log alone and without any code of the house. */
final class Invariants {
    private final SimulatedWorld world;
    private final Set<String> violations = new TreeSet<>();
    private final Map<String, List<String>> fingerprintsAccepted = new HashMap<>();
    private final Map<String, List<String>> fingerprintsDeclined = new HashMap<>();
    private final Set<String> sent = new HashSet<>();
    private final Set<String> received = new HashSet<>();

    private Invariants(SimulatedWorld world) {
        this.world = world;
    }

    /** The names of those that do not hold. */
    static Set<String> violatedIn(SimulatedWorld world) {
        Invariants invariants = new Invariants(world);
        invariants.check();
        return invariants.violations;
    }

    private void check() {
        world.events().forEach(this::checkPartition);
        if (isLogKept() && !sent.equals(received)) {
            violations.add("a transfer has one leg");
        }
        Set<String> queued = new HashSet<>();
        for (int partition = 0; partition < SimulatedWorld.PARTITIONS; partition++) {
            world.commands.of(partition).stream()
                    .filter(command -> !command.isLate())
                    .forEach(command -> queued.add(command.id()));
        }
        Set<String> decided = new HashSet<>(fingerprintsAccepted.keySet());
        decided.addAll(fingerprintsDeclined.keySet());
        queued.removeAll(world.lostOutcomes());
        if (!decided.containsAll(queued)) {
            violations.add("a command is lost");
        }
        for (String id : decided) {
            int accepted = fingerprintsAccepted.getOrDefault(id, List.of()).size();
            int declined = fingerprintsDeclined.getOrDefault(id, List.of()).size();
            if (accepted > 1) {
                violations.add("a command is carried out twice");
            } else if (accepted + declined > 1) {
                violations.add("a command has two outcomes");
            }
        }
        world.events().forEach((partition, entries) -> new Justice(world, partition, entries).check(violations));
        if (isLogKept() && !world.slots.toldLost().isEmpty()) {
            violations.add("the log is said to have lost something, and has not");
        }
        if (isLogKept()) {
            world.clients.forEach(this::checkReplies);
        }
    }

    /** Of a log that lost its tail nobody can ask for what was said of it before, nor for both legs of a transfer. */
    private boolean isLogKept() {
        return world.flaws.tail() == Flaws.Tail.KEPT;
    }

    private void checkPartition(int partition, List<LogEntry> entries) {
        Map<String, Long> balances = new HashMap<>();
        Map<String, String> outcomes = new LinkedHashMap<>();
        Map<String, Long> versions = new HashMap<>();
        NaiveTime time = new NaiveTime(world.flaws.retention());
        for (LogEntry entry : entries) {
            RecordedEvent recorded = ((LogEntry.Readable) entry).recorded();
            long balance = balances.merge(recorded.account(), recorded.event().change(), Long::sum);
            long version = versions.merge(
                    recorded.account(), recorded.event() instanceof CommandDeclined ? 0L : 1L, Long::sum);
            count(recorded);
            if (recorded.origin() instanceof FromCommand from) {
                boolean declined = recorded.event() instanceof CommandDeclined;
                outcomes.put(from.commandId(), said(declined, from.fingerprint(), version, balance));
                time.passes(from.commandId(), from.commandTime());
            }
        }
        outcomes.keySet().retainAll(time.kept());
        Map<String, String> found = new HashMap<>();
        world.slots
                .outcomes(partition)
                .forEach((id, outcome) -> found.put(
                        id, said(!outcome.isAccepted(), outcome.fingerprint(), outcome.version(), outcome.balance())));
        if (!found.equals(outcomes)) {
            violations.add("the view's outcomes are not the log's");
        }
        for (String id : world.accounts()) {
            Account account = world.slots.account(partition, id);
            if (account.balances().balance() != balances.getOrDefault(id, 0L)) {
                violations.add("a balance of the view is not the log's");
            }
            if (account.isParked()) {
                violations.add("an account is parked");
            }
        }
    }

    private static String said(boolean declined, String fingerprint, long version, long balance) {
        return declined + " " + fingerprint + " version " + version + " balance " + balance;
    }

    private void count(RecordedEvent recorded) {
        Origin origin = recorded.origin();
        if (origin instanceof FromCommand from) {
            Map<String, List<String>> which =
                    recorded.event() instanceof CommandDeclined ? fingerprintsDeclined : fingerprintsAccepted;
            which.computeIfAbsent(from.commandId(), id -> new ArrayList<>()).add(from.fingerprint());
            if (recorded.event() instanceof CommandDeclined declined
                    && declined.reason().equals(Decline.UNKNOWN_TARGET.slug())) {
                violations.add("a transfer is declined for a target that is there"); // all of them were opened at first
            }
            if (recorded.event() instanceof MoneySent && !sent.add(from.commandId())) {
                violations.add("a command is carried out twice");
            }
        }
        if (isLogKept()
                && recorded.event() instanceof MoneyReceived received
                && origin instanceof FromTransfer
                && !this.received.add(received.transfer())) {
            violations.add("a transfer arrives twice");
        }
    }

    private void checkReplies(SimulatedClient client) {
        boolean accepted =
                fingerprintsAccepted.getOrDefault(client.id, List.of()).contains(client.fingerprint());
        boolean declined =
                fingerprintsDeclined.getOrDefault(client.id, List.of()).contains(client.fingerprint());
        if (client.replies.contains(SimulatedClient.Reply.ACCEPTED) && !accepted) {
            violations.add("a client was told 201 and nothing happened");
        }
        if (client.replies.contains(SimulatedClient.Reply.DECLINED) && (accepted || !declined)) {
            violations.add("a client was told 422 and something happened");
        }
    }
}
