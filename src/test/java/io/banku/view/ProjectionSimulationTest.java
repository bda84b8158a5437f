package io.banku.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banku.account.Account;
import io.banku.account.Event;
import io.banku.account.Fold;
import io.banku.account.LogEntry;
import io.banku.account.Money;
import io.banku.account.Origin;
import io.banku.account.RandomEvents;
import io.banku.account.RecordedEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Thousands of bad nights for one partition: crashes before, in and after an apply, lost and doubled answers, a view that
 * goes back to any earlier state or is lost, one that is spoilt and rebuilt at any moment, and a zombie that still applies what it has
 * in hand. Whenever the view stands at the end of the log, it holds what the facts make, and nothing else.
 */
@Tag("long")
class ProjectionSimulationTest {
    private static final int SEEDS = 2_000;
    /** Steps without faults, of which even the smallest chunks need fewer. */
    private static final int CALM = 500;

    private static final List<String> ACCOUNTS = List.of("1", "2", "3", "4", "5");
    private static final String LOG = "cluster/topic";

    @Test
    void whateverHappensTheViewHoldsWhatTheFactsMake() {
        assertThat(failingSeeds(SEEDS, store -> new Projection(store, LOG, 1, 3)::apply))
                .isEmpty();
    }

    /** The simulation is worth something only if it finds what is known to be wrong. */
    @Test
    void aProjectionThatKeepsItsCacheAfterAMismatchIsFoundOut() {
        assertThat(failingSeeds(300, store -> new TrustingProjection(store, LOG)::apply))
                .hasSizeGreaterThan(10);
    }

    @Test
    void aSlotThatIsFoldedAgainBeforeItIsEmptyIsFoundOut() {
        assertThat(failingSeeds(300, OpenStore::new, store -> new Projection(store, LOG, 1, 3)::apply))
                .hasSizeGreaterThan(10);
    }

    /** A zombie dies with the account ahead; its owner goes on from what it remembers, and dies as well. */
    @Test
    void aBreakThatATornScriptWroteBeforeItsTimeIsCountedOnce() {
        assertThat(breaksAfterTwoDeaths(new SimulatedStore())).isEqualTo(1);
        assertThat(breaksAfterTwoDeaths(new UnmarkedStore()))
                .as("without the mark the fault would be there")
                .isEqualTo(2);
    }

    private static long breaksAfterTwoDeaths(SimulatedStore store) {
        Money ten = Money.parse("10.00", Currency.getInstance("EUR"));
        LocalDate day = LocalDate.parse("2026-11-20");
        List<LogEntry> log = new ArrayList<>();
        for (Event event : List.of(
                new Event.BalanceBroughtForward("1", ten, day),
                new Event.MoneyDeposited("1", ten, null, null, null),
                new Event.BalanceBroughtForward("1", ten, day.plusDays(1)),
                new Event.MoneyDeposited("2", ten, null, null, null))) {
            var origin = new Origin.FromBatch("daily-transactions", "9f2c", log.size() + 1);
            var recorded = new RecordedEvent("9f2c/" + log.size(), event, origin, Instant.EPOCH);
            log.add(new LogEntry.Readable(recorded, log.size()));
        }
        Projection owner = new Projection(store, LOG, 1, 3);
        owner.apply(0, Span.of(0, 1), log.subList(0, 1).iterator(), new Tally());

        store.failNext(SimulatedStore.Fault.TORN, 1);
        Projection zombie = new Projection(store, LOG, 1, 3);
        assertThatThrownBy(
                        () -> zombie.apply(0, Span.of(1, 4), log.subList(1, 4).iterator(), new Tally()))
                .hasMessageContaining("died");
        owner.apply(0, Span.of(1, 2), log.subList(1, 2).iterator(), new Tally());
        Projection heir = new Projection(store, LOG, 1, 3);
        for (int tries = 0; tries < 2 && store.position() < 4; tries++) {
            int from = (int) store.position();
            heir.apply(0, Span.of(from, 4), log.subList(from, 4).iterator(), new Tally());
        }
        assertThat(store.position()).isEqualTo(4);
        return Long.parseLong(store.fields("1").getOrDefault("k", "0"));
    }

    /** Leaves no sign when it dies between two accounts. */
    private static final class UnmarkedStore extends SimulatedStore {
        @Override
        long marked(long target) {
            return 0;
        }
    }

    /** Stands at 0 as soon as it is to be rebuilt, while its accounts are still there. */
    private static final class OpenStore extends SimulatedStore {
        @Override
        void rebuild() {
            super.rebuild();
            openIfEmptying();
        }
    }

    private static Map<Long, String> failingSeeds(int seeds, Function<SimulatedStore, Projector.Folding> making) {
        return failingSeeds(seeds, SimulatedStore::new, making);
    }

    /** The seeds whose nights end wrong, each with its first difference. */
    private static Map<Long, String> failingSeeds(
            int seeds, Supplier<SimulatedStore> store, Function<SimulatedStore, Projector.Folding> making) {
        Map<Long, String> failing = new TreeMap<>();
        for (long seed = 0; seed < seeds; seed++) {
            List<String> differences = differences(seed, store.get(), making);
            if (!differences.isEmpty()) {
                failing.put(seed, differences.get(0));
            }
        }
        return failing;
    }

    /** One night; what the view says otherwise than the facts, each time it stands at the end of the log. */
    private static List<String> differences(
            long seed, SimulatedStore store, Function<SimulatedStore, Projector.Folding> making) {
        Random random = new Random(seed);
        List<LogEntry> log = new RandomEvents(seed).log(80, ACCOUNTS);
        Map<String, Account> expected = fold(log);
        List<SimulatedStore.Snapshot> past = new ArrayList<>(List.of(store.snapshot()));
        Projector owner = new Projector(store, making.apply(store), log, random);
        Projector zombie = owner;
        List<String> differences = new ArrayList<>();
        for (int step = 0; step < 60; step++) {
            switch (random.nextInt(13)) {
                case 0 -> {
                    zombie = owner;
                    owner = new Projector(store, making.apply(store), log, random);
                }
                case 1, 2 -> zombie.step();
                case 3 -> store.restore(past.get(random.nextInt(past.size())));
                case 4 ->
                    store.failNext(
                            SimulatedStore.Fault.values()[random.nextInt(SimulatedStore.Fault.values().length)],
                            random.nextInt(ACCOUNTS.size()));
                case 5 -> owner.probe();
                case 6 -> {
                    store.spoil(ACCOUNTS.get(random.nextInt(ACCOUNTS.size())));
                    store.rebuild();
                }
                default -> owner.step();
            }
            past.add(store.snapshot());
            compare(store, owner, expected, differences);
        }
        store.failNext(SimulatedStore.Fault.NONE, 0);
        owner.probe();
        for (int step = 0; step < CALM && store.position() < owner.end(); step++) {
            owner.step();
        }
        if (store.position() < owner.end()) {
            differences.add("expected the view at " + owner.end() + " after calm, found " + store.position());
        }
        compare(store, owner, expected, differences);
        return differences;
    }

    private static void compare(
            SimulatedStore store, Projector owner, Map<String, Account> expected, List<String> differences) {
        if (store.position() == owner.end()) {
            expected.forEach((id, account) -> {
                String found = read(id, store.fields(id));
                if (!found.equals(account.toString())) {
                    differences.add("expected " + account + ", found " + found);
                }
            });
        }
    }

    private static String read(String id, Map<String, String> fields) {
        try {
            return AccountFields.read(id, fields).toString();
        } catch (CorruptAccountException corrupt) {
            return corrupt.getMessage();
        }
    }

    private static Map<String, Account> fold(List<LogEntry> log) {
        Map<String, Account> accounts = new HashMap<>();
        ACCOUNTS.forEach(id -> accounts.put(id, Account.unknown(id)));
        log.forEach(entry -> accounts.computeIfPresent(entry.account(), (id, account) -> Fold.apply(account, entry)));
        return accounts;
    }
}
