package io.banku.command;

import io.banku.account.Account;
import io.banku.view.AccountFields;
import io.banku.view.CommandNews;
import io.banku.view.CommandView;
import io.banku.view.CorruptAccountException;
import io.banku.view.Outcome;
import io.banku.view.Outcomes;
import io.banku.view.Retention;
import io.banku.view.SlotState;
import io.banku.view.ViewException;
import io.banku.view.ViewStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The view in memory, which does what the Redis scripts do and fails as Redis fails. */
final class SimulatedSlots implements ViewStore, CommandView, Outcomes {

    /** Everything that is stored of one partition. Never changed: what was once stored can come back. */
    private record Stored(
            String logId,
            long position,
            long rebuildingTo,
            long losses,
            Integer epoch,
            String gap,
            SlotState.Ahead torn,
            String tornBy,
            Map<String, Map<String, String>> accounts,
            SimulatedOutcomes outcomes) {
        static final Stored NOTHING =
                new Stored(null, 0, 0, 0, null, null, null, "", Map.of(), SimulatedOutcomes.NOTHING);

        /** As {@code rebuild.lua} marks it. */
        Stored marked(String known, long logEnd) {
            boolean isNews = gap != null && !gap.equals(known);
            if (position < 0 && gap == null || isNews) {
                return this;
            }
            long to = gap == null ? Math.max(position, rebuildingTo) : logEnd;
            var unplaced = new SimulatedOutcomes(0, null, null, outcomes.kept(), outcomes.times());
            return new Stored(
                    logId, -1, to, gap == null ? losses : losses + 1, null, null, null, "", accounts, unplaced);
        }

        /** As a page of {@code empty.lua} leaves it; it begins with the outcomes. */
        Stored withoutOneAccount() {
            Map<String, Map<String, String>> left = new TreeMap<>(accounts);
            accounts.keySet().stream().sorted().findFirst().ifPresent(left::remove);
            long stands = left.isEmpty() ? 0 : -1;
            return new Stored(
                    logId, stands, rebuildingTo, losses, null, gap, null, "", left, SimulatedOutcomes.NOTHING);
        }

        /** As {@code catch-up.lua} marks it. */
        Stored catchingUp(SlotState seen) {
            boolean isNews =
                    losses <= seen.losses() && position < seen.rebuildingTo() && rebuildingTo < seen.rebuildingTo();
            return isNews
                    ? new Stored(
                            logId, position, seen.rebuildingTo(), losses, epoch, gap, torn, tornBy, accounts, outcomes)
                    : this;
        }

        /** As {@code latch.lua} writes it. */
        Stored lacking(SlotState seen, String detail) {
            boolean isNews = gap == null && losses <= seen.losses();
            return isNews
                    ? new Stored(logId, position, rebuildingTo, losses, epoch, detail, torn, tornBy, accounts, outcomes)
                    : this;
        }

        SlotState state() {
            return new SlotState(position, epoch, rebuildingTo, null, losses, gap, torn);
        }
    }

    private final Random random;
    private final Retention retention;
    /** Of a hundred scripts so many end half-way. */
    private final int dying;

    private final SimulatedLog.Meanwhile meanwhile;
    private final List<Stored> slots = new ArrayList<>();
    private final Set<Integer> told = new TreeSet<>();
    private final List<List<Stored>> past = new ArrayList<>();
    private boolean calm;
    private long scripts;

    SimulatedSlots(Random random, int partitions, Flaws flaws, SimulatedLog.Meanwhile meanwhile) {
        this.random = random;
        this.retention = flaws.retention();
        this.dying = flaws.store().dying;
        this.meanwhile = meanwhile;
        for (int i = 0; i < partitions; i++) {
            slots.add(Stored.NOTHING);
            past.add(new ArrayList<>(List.of(Stored.NOTHING)));
        }
    }

    void calm(boolean isCalm) {
        calm = isCalm;
    }

    long position(int partition) {
        return slots.get(partition).position();
    }

    SlotState state(int partition) {
        return slots.get(partition).state();
    }

    void catchUp(int partition, SlotState seen) {
        put(partition, slots.get(partition).catchingUp(seen));
    }

    /** Partitions of which somebody said that their log had lost something. */
    Set<Integer> toldLost() {
        return told;
    }

    void rebuild(int partition, SlotState known, long logEnd) {
        put(partition, slots.get(partition).marked(known.gap(), logEnd));
    }

    @Override
    public void lost(int partition, SlotState seen, String detail) {
        told.add(partition);
        put(partition, slots.get(partition).lacking(seen, detail));
    }

    void empty(int partition) {
        meanwhile.happen();
        if (state(partition).isEmptying()) {
            put(partition, slots.get(partition).withoutOneAccount());
        }
    }

    Account account(int partition, String id) {
        return account(slots.get(partition), id);
    }

    Map<String, Outcome> outcomes(int partition) {
        return slots.get(partition).outcomes().kept();
    }

    /** A server that lost its last writes, or was replaced by one that was behind. */
    void goBack(int partition) {
        List<Stored> states = past.get(partition);
        int recent = Math.min(8, states.size());
        int back = random.nextInt(5) < 3 ? random.nextInt(recent) : random.nextInt(states.size());
        put(partition, states.get(states.size() - 1 - back));
    }

    void forgetAll(int partition) {
        put(partition, Stored.NOTHING);
    }

    private void put(int partition, Stored stored) {
        slots.set(partition, stored);
        past.get(partition).add(stored);
    }

    @Override
    public Slot read(int partition, Collection<String> accounts) {
        meanwhile.happen();
        Stored stored = slots.get(partition);
        Map<String, Map<String, String>> found = new LinkedHashMap<>();
        accounts.forEach(id -> found.put(id, stored.accounts().getOrDefault(id, Map.of())));
        return new Slot(stored.position(), stored.torn(), stored.tornBy(), found);
    }

    @Override
    public Sight look(int partition, Collection<String> accounts, Collection<String> commandIds) {
        meanwhile.happen();
        Stored stored = slots.get(partition);
        Map<String, Account> found = new HashMap<>();
        accounts.forEach(id -> found.put(id, account(stored, id)));
        Set<String> decided = new TreeSet<>(commandIds);
        decided.retainAll(stored.outcomes().kept().keySet());
        return new Sight(stored.state(), stored.logId(), stored.outcomes().nextCommand(), found, decided);
    }

    @Override
    public Map<String, Outcome> find(int partition, Collection<String> commandIds) {
        Map<String, Outcome> found = new HashMap<>(outcomes(partition));
        boolean isCertain =
                state(partition).lost().isEmpty() && !state(partition).isEmptying();
        found.keySet().retainAll(isCertain ? commandIds : Set.of());
        return found;
    }

    private static Account account(Stored stored, String id) {
        try {
            return AccountFields.read(id, stored.accounts().getOrDefault(id, Map.of()));
        } catch (CorruptAccountException corrupt) {
            throw new IllegalStateException(corrupt);
        }
    }

    @Override
    public Applied apply(int partition, Step step, Collection<Change> changes, CommandNews news) {
        meanwhile.happen();
        int fault = calm ? 100 : random.nextInt(100);
        if (fault < 2) {
            throw new ViewException("simulated: the command was lost");
        }
        if (fault < 2 + dying) {
            write(partition, step, changes, news, random.nextInt(news.outcomes().size() + changes.size() + 1));
            throw new ViewException("simulated: the server died");
        }
        Applied applied = write(partition, step, changes, news, Integer.MAX_VALUE);
        if (fault < 4 + dying) {
            throw new ViewException("simulated: the answer was lost");
        }
        return fault < 5 + dying ? write(partition, step, changes, news, Integer.MAX_VALUE) : applied;
    }

    /** The script, up to a number of writes: outcomes first, then accounts; what moves with the position comes last. */
    private Applied write(int partition, Step step, Collection<Change> changes, CommandNews news, int limit) {
        Stored before = slots.get(partition);
        if (before.position() != step.span().expected()) {
            return new Applied(Result.ELSEWHERE, before.position());
        }
        Integer epoch = step.span().expectedEpoch();
        if (before.epoch() != null && epoch != null && !before.epoch().equals(epoch)) {
            return new Applied(Result.ELSEWHERE, before.position());
        }
        if (before.gap() != null) {
            return new Applied(Result.GAP, before.position());
        }
        boolean isKnown =
                before.torn() == null || before.torn().equals(step.span().ahead());
        if (!step.over().fits(before.torn(), before.tornBy()) || !isKnown) {
            return new Applied(Result.TORN, before.position());
        }
        if (limit == Integer.MAX_VALUE) {
            put(partition, after(before, step, accounts(before, changes, limit), news));
            return new Applied(Result.APPLIED, step.span().next());
        }
        int outcomes = Math.min(limit, news.outcomes().size());
        put(
                partition,
                new Stored(
                        before.logId(),
                        before.position(),
                        before.rebuildingTo(),
                        before.losses(),
                        before.epoch(),
                        before.gap(),
                        isAhead(before, step)
                                ? before.torn()
                                : new SlotState.Ahead(
                                        step.span().next(), step.span().epoch()),
                        Long.toString(++scripts),
                        accounts(before, changes, limit - outcomes),
                        before.outcomes().torn(news, retention, outcomes)));
        return new Applied(Result.APPLIED, before.position());
    }

    private static boolean isAhead(Stored before, Step step) {
        return before.torn() != null && before.torn().position() > step.span().next();
    }

    private static Map<String, Map<String, String>> accounts(Stored before, Collection<Change> changes, int limit) {
        Map<String, Map<String, String>> accounts = new HashMap<>(before.accounts());
        changes.stream().limit(limit).forEach(change -> {
            Map<String, String> fields = new HashMap<>(accounts.getOrDefault(change.id(), Map.of()));
            List<String> flat = change.fields();
            for (int i = 0; i < flat.size(); i += 2) {
                fields.put(flat.get(i), flat.get(i + 1));
            }
            accounts.put(change.id(), fields);
        });
        return accounts;
    }

    private Stored after(Stored before, Step step, Map<String, Map<String, String>> accounts, CommandNews news) {
        return new Stored(
                step.logId(),
                step.span().next(),
                before.rebuildingTo(),
                before.losses(),
                step.span().epoch(),
                before.gap(),
                isAhead(before, step) ? before.torn() : null,
                Long.toString(++scripts),
                accounts,
                before.outcomes().with(news, retention));
    }
}
