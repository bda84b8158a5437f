package io.banku.command;

import io.banku.account.Command;
import io.banku.account.Event;
import io.banku.account.LogEntry;
import io.banku.account.Money;
import io.banku.account.Origin.FromBatch;
import io.banku.account.RecordedEvent;
import io.banku.log.AppendFailedException;
import io.banku.view.CommandView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Two partitions, each with two processes that project and two that decide, clients, and a mainframe; and a time in which
 * almost everything goes wrong. Whatever calls the log or the view may be overtaken there by all the others. The same
 * seed gives the same world.
 */
final class SimulatedWorld extends Clock {
    static final int PARTITIONS = 2;
    static final Currency EUR = Currency.getInstance("EUR");
    static final Partitioning PARTITIONING = new Partitioning(PARTITIONS);
    static final String LOG_ID = "cluster/topic";
    /** How long outcomes are kept, and so how long clients may try again. */
    static final Duration KEPT = Duration.ofSeconds(800);

    private static final int STEPS = 700;
    private static final int CALM_STEPS = 400;
    private static final int SECONDS_PER_STEP = 2;

    /** What becomes of what the view has stored. */
    enum Store {
        GOES_BACK,
        IS_ONLY_REBUILT
    }

    /** What of the world is otherwise than it should be. */
    record Flaws(
            UnaryOperator<DecisionLog> log,
            UnaryOperator<CommandView> view,
            UnaryOperator<QueuedCommand> queued,
            Duration kept,
            SimulatedDecider.Memory memory,
            Store store) {
        static final Flaws NONE = new Flaws(
                UnaryOperator.identity(),
                UnaryOperator.identity(),
                UnaryOperator.identity(),
                KEPT,
                SimulatedDecider.Memory.OF_THE_VIEW,
                Store.GOES_BACK);

        Flaws log(UnaryOperator<DecisionLog> flawed) {
            return new Flaws(flawed, view, queued, kept, memory, store);
        }

        Flaws view(UnaryOperator<CommandView> flawed) {
            return new Flaws(log, flawed, queued, kept, memory, store);
        }

        Flaws queued(UnaryOperator<QueuedCommand> flawed) {
            return new Flaws(log, view, flawed, kept, memory, store);
        }

        Flaws kept(Duration flawed) {
            return new Flaws(log, view, queued, flawed, memory, store);
        }

        Flaws memory(SimulatedDecider.Memory flawed) {
            return new Flaws(log, view, queued, kept, flawed, store);
        }

        /** Nothing that was once stored is lost, except that it is rebuilt. */
        Flaws durable() {
            return new Flaws(log, view, queued, kept, memory, Store.IS_ONLY_REBUILT);
        }
    }

    /** A copy of a command that a frozen gateway or an impatient producer sends later. */
    private record Delayed(Submission submission, long at) {}

    /** Somebody who does something when it is his turn. */
    interface Actor {
        void step();
    }

    final Random random;
    final SimulatedLog log;
    final SimulatedSlots slots;
    final Flaws flaws;
    /** The commands topic. */
    final List<List<QueuedCommand>> commands = new ArrayList<>();
    /** Accounts that only commands move after their opening, and accounts that the mainframe moves too. */
    final List<String> own = new ArrayList<>();

    final List<String> shared = new ArrayList<>();
    final List<SimulatedClient> clients = new ArrayList<>();

    private final List<Delayed> delayed = new ArrayList<>();
    private final Map<String, Instant> firstTries = new TreeMap<>();
    private final int[] owners = new int[PARTITIONS];
    private final List<Actor> actors = new ArrayList<>();
    private final List<SimulatedProjector> projectors = new ArrayList<>();
    private final List<SimulatedDecider> deciders = new ArrayList<>();
    private final Map<Actor, Long> asleepUntil = new HashMap<>();
    private final Set<Actor> busy = new HashSet<>();
    private long now;
    private long factNumber;
    private boolean calm;

    SimulatedWorld(long seed, Flaws flaws) {
        this.random = new Random(seed);
        this.flaws = flaws;
        this.log = new SimulatedLog(random, PARTITIONING, this::meanwhile);
        this.slots = new SimulatedSlots(random, PARTITIONS, flaws.kept(), this::meanwhile);
        for (int p = 0; p < PARTITIONS; p++) {
            int partition = p;
            commands.add(new ArrayList<>());
            List<String> ids = IntStream.range(0, 100)
                    .mapToObj(i -> "account-" + i)
                    .filter(id -> PARTITIONING.of(id) == partition)
                    .limit(2)
                    .toList();
            own.add(ids.get(0));
            shared.add(ids.get(1));
            for (int i = 0; i < 2; i++) {
                projectors.add(new SimulatedProjector(this, partition));
                deciders.add(new SimulatedDecider(this, partition, i));
            }
        }
        calm = true;
        log.calmDown();
        open();
        if (flaws.store() == Store.IS_ONLY_REBUILT) {
            projectOpenings();
        }
        calm = false;
        for (int i = 0; i < 9; i++) {
            clients.add(new SimulatedClient(this, "key-" + i));
        }
        clients.add(clients.get(0).sameKeyOtherAmount());
        actors.addAll(projectors);
        actors.addAll(deciders);
        actors.addAll(deciders);
        actors.addAll(clients);
        actors.add(this::factsArrive);
    }

    private void open() {
        List<RecordedEvent> facts = new ArrayList<>();
        for (String account : accounts()) {
            facts.add(fact(new Event.AccountOpened(account, EUR, null, null)));
            facts.add(fact(new Event.MoneyDeposited(account, new Money(100, EUR), null, null, null)));
        }
        try {
            log.append("ingest", log.open("ingest"), 0, facts);
        } catch (AppendFailedException failed) {
            throw new IllegalStateException(failed);
        }
        log.calm(false);
    }

    /** So that no target is unknown at first. */
    private void projectOpenings() {
        slots.calm(true);
        while (accounts().stream()
                .anyMatch(id -> !slots.account(PARTITIONING.of(id), id).isOpened())) {
            log.coordinate();
            projectors.forEach(SimulatedProjector::step);
        }
        slots.calm(false);
    }

    List<String> accounts() {
        List<String> all = new ArrayList<>(own);
        all.addAll(shared);
        return all;
    }

    private RecordedEvent fact(Event event) {
        factNumber++;
        return new RecordedEvent(
                "9f2c/" + factNumber + "/0", event, new FromBatch("daily", "9f2c", factNumber), instant());
    }

    /** The mainframe moves what it likes, in transactions of a few facts. */
    private void factsArrive() {
        if (calm || random.nextInt(3) > 0) {
            return;
        }
        List<RecordedEvent> facts = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            String account = shared.get(random.nextInt(PARTITIONS));
            Money amount = new Money(20 + 10L * random.nextInt(4), EUR);
            facts.add(fact(
                    random.nextBoolean()
                            ? new Event.MoneyDeposited(account, amount, null, null, null)
                            : new Event.MoneyWithdrawn(account, amount, null, null, null)));
        }
        try {
            log.append("ingest", log.open("ingest"), 0, facts);
        } catch (AppendFailedException failed) {
            asleepUntil.put(actors.get(actors.size() - 1), now + 5);
        }
    }

    /** Runs the bad time, then lets everything come to rest; true when it does. */
    boolean run() {
        for (int i = 0; i < STEPS; i++) {
            tick();
        }
        return comeToRest();
    }

    private void tick() {
        now++;
        int what = random.nextInt(100);
        if (what < 2) {
            somethingBreaks();
        } else if (what < 22) {
            log.coordinate();
        } else if (what < 26) {
            deliverLateCommand();
        } else {
            act(actors.get(random.nextInt(actors.size())));
        }
    }

    private void act(Actor actor) {
        if (asleepUntil.getOrDefault(actor, 0L) <= now && busy.add(actor)) {
            try {
                actor.step();
            } finally {
                busy.remove(actor);
            }
        }
    }

    /** Others come first, sometimes many of them: whoever waits here may be a zombie when it goes on. */
    private void meanwhile() {
        if (!calm && busy.size() < 4 && !busy.isEmpty()) {
            int steps = random.nextInt(40) == 0 ? random.nextInt(120) : random.nextInt(3);
            for (int i = 0; i < steps; i++) {
                tick();
            }
        }
    }

    private void somethingBreaks() {
        int partition = random.nextInt(PARTITIONS);
        switch (flaws.store() == Store.GOES_BACK ? random.nextInt(10) : random.nextInt(5)) {
            case 0 -> deciders.get(random.nextInt(deciders.size())).crash();
            case 1 -> projectors.get(random.nextInt(projectors.size())).crash();
            case 2 -> owners[partition] = 1 - owners[partition];
            case 3 -> asleepUntil.put(actors.get(random.nextInt(actors.size())), now + 20 + random.nextInt(150));
            case 4 -> slots.rebuild(partition);
            case 5, 6 -> slots.goBack(partition);
            case 7 -> {
                for (int p = 0; p < PARTITIONS; p++) {
                    slots.goBack(p);
                }
            }
            case 8 -> {
                if (random.nextInt(4) == 0) {
                    slots.forgetAll(partition);
                }
            }
            default -> log.timeOut();
        }
    }

    boolean isOwner(int partition, int process) {
        return owners[partition] == process;
    }

    boolean isCalm() {
        return calm;
    }

    void append(Submission submission) {
        int partition = PARTITIONING.of(submission.command().account());
        List<QueuedCommand> topic = commands.get(partition);
        topic.add(
                flaws.queued().apply(new QueuedCommand(submission, submission.fingerprint(), topic.size(), instant())));
    }

    void appendLater(Submission submission) {
        delayed.add(new Delayed(submission, now + 20 + random.nextInt(random.nextInt(4) == 0 ? 1_000 : 60)));
    }

    private void deliverLateCommand() {
        delayed.stream().filter(late -> late.at() <= now).findFirst().ifPresent(late -> {
            delayed.remove(late);
            append(late.submission());
        });
    }

    private boolean comeToRest() {
        calm = true;
        log.calmDown();
        slots.calm(true);
        delayed.forEach(late -> append(late.submission()));
        for (int i = 0; i < 200; i++) {
            log.coordinate();
            log.timeOut();
        }
        asleepUntil.clear();
        clients.forEach(SimulatedClient::hangUp);
        for (int i = 0; i < CALM_STEPS && !isAtRest(); i++) {
            now++;
            for (int p = 0; p < PARTITIONS; p++) {
                projectors.get(2 * p).step();
                deciders.get(2 * p + owners[p]).step();
                for (int k = 0; k < 4; k++) {
                    log.coordinate();
                }
            }
        }
        return isAtRest();
    }

    private boolean isAtRest() {
        for (int p = 0; p < PARTITIONS; p++) {
            List<LogEntry> entries = log.committed(p);
            long end = log.readableEnd(p);
            boolean read = slots.position(p) == end;
            if (!read || !deciders.get(2 * p + owners[p]).hasDecidedAll() || entries.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Every event that is committed, in the order of each partition. */
    Map<Integer, List<LogEntry>> events() {
        Map<Integer, List<LogEntry>> events = new TreeMap<>();
        for (int p = 0; p < PARTITIONS; p++) {
            events.put(p, log.committed(p));
        }
        return events;
    }

    /** When the first request with this id was sent; the window in which it may be tried again begins there. */
    Instant firstTry(String id) {
        return firstTries.computeIfAbsent(id, first -> instant());
    }

    Command anyCommand() {
        String account = random.nextInt(4) == 0 ? shared.get(random.nextInt(2)) : own.get(random.nextInt(2));
        List<String> targets = new ArrayList<>(accounts());
        targets.remove(account);
        Money amount = new Money(List.of(30, 50, 60, 60, 80).get(random.nextInt(5)), EUR);
        return switch (random.nextInt(8)) {
            case 0 -> new Command.Deposit(account, amount, null, null);
            case 1, 2, 3 -> new Command.Withdraw(account, amount, null, null);
            default -> new Command.Transfer(account, targets.get(random.nextInt(targets.size())), amount, null);
        };
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochSecond(1_795_000_000L + now * SECONDS_PER_STEP);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
