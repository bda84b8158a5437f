package io.banku.command;

import io.banku.account.Command;
import io.banku.account.LogEntry;
import io.banku.account.Money;
import io.banku.account.Origin.FromCommand;
import io.banku.account.RecordedEvent;
import io.banku.view.Outcome;
import io.banku.view.SlotState;
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
    static final int SECONDS_PER_STEP = 2;

    /** How many events a decider keeps before the view has them. */
    static final int MOST_OWN = 4;

    /** How old a view may be that is decided on. */
    static final Duration FRESHNESS = Duration.ofSeconds(200);

    /** Somebody who does something when it is his turn. */
    interface Actor {
        void step();
    }

    final Random random;
    final SimulatedLog log;
    final SimulatedSlots slots;
    final Flaws flaws;
    final SimulatedEnds ends = new SimulatedEnds(this);
    final SimulatedCommands commands = new SimulatedCommands(this);
    /** Accounts that the mainframe moves seldom, and accounts that it moves often. */
    final List<String> quiet = new ArrayList<>();

    final List<String> busy = new ArrayList<>();
    final List<SimulatedClient> clients = new ArrayList<>();

    private final Map<String, Instant> firstTries = new TreeMap<>();
    /** How far the view had been seen by whoever set about to decide a command; the least, of several. */
    private final Map<String, Long> decidedBeyond = new TreeMap<>();

    private final Set<String> decidedUnaware = new HashSet<>();
    private final Set<String> lostOutcomes = new HashSet<>();
    private final Map<Integer, Integer> losses = new HashMap<>();
    private final Set<Integer> unnoticed = new HashSet<>();
    /** Partitions whose decider believes in events of its own that the log lost. */
    private final Set<Integer> believing = new HashSet<>();

    private final Map<Integer, Integer> firstEnds = new HashMap<>();
    private final int[] owners = new int[PARTITIONS];
    private final List<Actor> actors = new ArrayList<>();
    private final List<SimulatedProjector> projectors = new ArrayList<>();
    private final List<SimulatedDecider> deciders = new ArrayList<>();
    private final Map<Actor, Long> asleepUntil = new HashMap<>();
    private final Set<Actor> acting = new HashSet<>();
    private long now;
    private boolean calm;

    SimulatedWorld(long seed, Flaws flaws) {
        this.random = new Random(seed);
        this.flaws = flaws;
        this.log = new SimulatedLog(random, PARTITIONING, this::meanwhile, ends);
        this.slots = new SimulatedSlots(random, PARTITIONS, flaws, this::meanwhile);
        for (int p = 0; p < PARTITIONS; p++) {
            int partition = p;
            List<String> ids = IntStream.range(0, 100)
                    .mapToObj(i -> "account-" + i)
                    .filter(id -> PARTITIONING.of(id) == partition)
                    .limit(2)
                    .toList();
            quiet.add(ids.get(0));
            busy.add(ids.get(1));
            for (int i = 0; i < 2; i++) {
                projectors.add(new SimulatedProjector(this, partition));
                deciders.add(new SimulatedDecider(this, partition, i));
            }
        }
        calm = true;
        log.calmDown();
        SimulatedMainframe mainframe = new SimulatedMainframe(this);
        mainframe.open();
        log.calm(false);
        for (int p = 0; p < PARTITIONS; p++) {
            firstEnds.put(p, log.size(p));
        }
        if (flaws.store() != Flaws.Store.GOES_BACK) {
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
        actors.add(mainframe);
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
        List<String> all = new ArrayList<>(quiet);
        all.addAll(busy);
        return all;
    }

    void sleep(Actor actor, int ticks) {
        asleepUntil.put(actor, now + ticks);
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
        if (random.nextInt(5) == 0) {
            ends.sample();
        }
        int what = random.nextInt(100);
        if (what < 2) {
            somethingBreaks();
        } else if (what < 22) {
            log.coordinate();
        } else if (what < 26) {
            commands.deliverLate();
        } else {
            act(actors.get(random.nextInt(actors.size())));
        }
    }

    private void act(Actor actor) {
        if (asleepUntil.getOrDefault(actor, 0L) <= now && acting.add(actor)) {
            try {
                actor.step();
            } finally {
                acting.remove(actor);
            }
        }
    }

    /** Others come first, sometimes many of them: whoever waits here may be a zombie when it goes on. */
    private void meanwhile() {
        if (!calm && acting.size() < 4 && !acting.isEmpty()) {
            int steps = random.nextInt(40) == 0 ? random.nextInt(120) : random.nextInt(3);
            for (int i = 0; i < steps; i++) {
                tick();
            }
        }
    }

    private void somethingBreaks() {
        int partition = random.nextInt(PARTITIONS);
        if (flaws.tail() != Flaws.Tail.KEPT && random.nextInt(6) == 0) {
            loseTail(partition);
            return;
        }
        switch (flaws.store() == Flaws.Store.GOES_BACK ? random.nextInt(11) : random.nextInt(6)) {
            case 0 -> deciders.get(random.nextInt(deciders.size())).crash();
            case 1 -> projectors.get(random.nextInt(projectors.size())).crash();
            case 2 -> owners[partition] = 1 - owners[partition];
            case 3 -> asleepUntil.put(actors.get(random.nextInt(actors.size())), now + 20 + random.nextInt(150));
            case 4 -> slots.rebuild(partition, slots.state(partition), log.readableEnd(partition));
            case 5 -> commands.clocksLeap();
            case 6, 7 -> slots.goBack(partition);
            case 8 -> {
                for (int p = 0; p < PARTITIONS; p++) {
                    slots.goBack(p);
                }
            }
            case 9 -> {
                if (random.nextInt(4) == 0) {
                    slots.forgetAll(partition);
                }
            }
            default -> log.timeOut();
        }
    }

    long now() {
        return now;
    }

    boolean isOwner(int partition, int process) {
        return owners[partition] == process;
    }

    boolean isCalm() {
        return calm;
    }

    private boolean comeToRest() {
        calm = true;
        log.calmDown();
        slots.calm(true);
        commands.deliverAll();
        for (int i = 0; i < 200; i++) {
            log.coordinate();
            log.timeOut();
        }
        asleepUntil.clear();
        clients.forEach(SimulatedClient::hangUp);
        for (int i = 0; i < CALM_STEPS && !isAtRest(); i++) {
            now++;
            ends.sample();
            for (int p = 0; p < PARTITIONS; p++) {
                giveUpWhatIsLost(p);
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
            boolean read = slots.position(p) == end && isStillThere(p, slots.state(p));
            if (!read || !deciders.get(2 * p + owners[p]).hasDecidedAll() || entries.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Whether the log has the last record that is in a slot: it may have grown again to the same length. */
    private boolean isStillThere(int partition, SlotState slot) {
        return slot.epoch() == null || slot.position() <= log.endOfEpoch(partition, slot.epoch());
    }

    /** Every event that is committed, in the order of each partition. */
    Map<Integer, List<LogEntry>> events() {
        Map<Integer, List<LogEntry>> events = new TreeMap<>();
        for (int p = 0; p < PARTITIONS; p++) {
            events.put(p, log.committed(p));
        }
        return events;
    }

    /** Clients that wait are told, or miss it. */
    void tell(int partition, Map<String, Outcome> outcomes) {
        for (SimulatedClient client : clients) {
            Outcome outcome = outcomes.get(client.id);
            if (outcome != null && random.nextInt(5) > 0) {
                client.isTold(outcome);
            }
        }
    }

    /** What is on its way to the log is told as if it were there. */
    void tellOf(int partition, List<RecordedEvent> events) {
        for (RecordedEvent event : events) {
            if (event.origin() instanceof FromCommand from) {
                tell(partition, Map.of(from.commandId(), Outcome.inTheLog(event, from, 0)));
            }
        }
    }

    void decidedBeyond(String id, long seen) {
        decidedBeyond.merge(id, seen, Math::min);
    }

    void decidedUnaware(String id) {
        decidedUnaware.add(id);
    }

    boolean isUnnoticed(int partition) {
        SlotState slot = slots.state(partition);
        boolean wasBeingFolded = slot.lost().isEmpty() && !isStillThere(partition, slot); // when it was lost
        return unnoticed.contains(partition) || believing.contains(partition) || wasBeingFolded;
    }

    /** How often the log of a partition lost something. */
    int losses(int partition) {
        return losses.getOrDefault(partition, 0);
    }

    /** The commands whose outcomes the log lost: some are decided again, others are for people to ask about. */
    Set<String> lostOutcomes() {
        return lostOutcomes;
    }

    /** Somebody found out that the log of a partition lost something. */
    void noticed(int partition) {
        unnoticed.remove(partition);
        believing.remove(partition);
    }

    /** Whoever decides from now on believes in nothing of its own. */
    void tookOver(int partition) {
        believing.remove(partition);
    }

    /** Whether it was decided while nobody could know yet that the log had lost something. */
    boolean wasDecidedUnaware(String id) {
        return decidedUnaware.contains(id);
    }

    private void loseTail(int partition) {
        losses.merge(partition, 1, Integer::sum);
        for (RecordedEvent event : log.forgetTail(partition, firstEnds.get(partition))) {
            if (event.origin() instanceof FromCommand from) {
                lostOutcomes.add(from.commandId());
            }
            if (!event.origin().isMainframe()) {
                believing.add(partition);
            }
        }
        SlotState slot = slots.state(partition);
        if (Math.max(slot.position(), slot.ahead() == null ? 0 : slot.ahead().position()) > log.size(partition)) {
            unnoticed.add(partition);
        }
    }

    /** An operator sees what the log has lost, and gives it up. */
    private void giveUpWhatIsLost(int partition) {
        if (slots.state(partition).lost().isPresent()) {
            slots.rebuild(partition, slots.state(partition), log.readableEnd(partition));
        }
    }

    long decidedBeyond(String id) {
        return decidedBeyond.get(id);
    }

    /** When the first request with this id was sent; the window in which it may be tried again begins there. */
    Instant firstTry(String id) {
        return firstTries.computeIfAbsent(id, first -> instant());
    }

    Command anyCommand() {
        String account = random.nextInt(4) == 0 ? busy.get(random.nextInt(2)) : quiet.get(random.nextInt(2));
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
