package io.banku.command;

import io.banku.account.Event;
import io.banku.account.Money;
import io.banku.account.Origin.FromBatch;
import io.banku.account.RecordedEvent;
import io.banku.log.AppendFailedException;
import java.util.ArrayList;
import java.util.List;

/** Opens the accounts, and then moves what it likes on all of them, in transactions of a few facts. */
final class SimulatedMainframe implements SimulatedWorld.Actor {
    private final SimulatedWorld world;
    private long facts;

    SimulatedMainframe(SimulatedWorld world) {
        this.world = world;
    }

    void open() {
        List<RecordedEvent> openings = new ArrayList<>();
        for (String account : world.accounts()) {
            openings.add(fact(new Event.AccountOpened(account, SimulatedWorld.EUR, null, null)));
            openings.add(fact(new Event.MoneyDeposited(account, new Money(100, SimulatedWorld.EUR), null, null, null)));
        }
        try {
            append(openings);
        } catch (AppendFailedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void step() {
        if (world.isCalm() || world.random.nextInt(3) > 0) {
            return;
        }
        List<RecordedEvent> moves = new ArrayList<>();
        for (int i = world.random.nextInt(3); i >= 0; i--) {
            List<String> accounts = world.random.nextInt(4) == 0 ? world.quiet : world.busy;
            String account = accounts.get(world.random.nextInt(SimulatedWorld.PARTITIONS));
            Money amount = new Money(20 + 10L * world.random.nextInt(4), SimulatedWorld.EUR);
            moves.add(fact(
                    world.random.nextBoolean()
                            ? new Event.MoneyDeposited(account, amount, null, null, null)
                            : new Event.MoneyWithdrawn(account, amount, null, null, null)));
        }
        try {
            append(moves);
        } catch (AppendFailedException failed) {
            world.sleep(this, 5);
        }
    }

    private void append(List<RecordedEvent> happened) throws AppendFailedException {
        world.log.append("ingest", world.log.open("ingest"), 0, happened);
    }

    private RecordedEvent fact(Event event) {
        facts++;
        return new RecordedEvent("9f2c/" + facts + "/0", event, new FromBatch("daily", "9f2c", facts), world.instant());
    }
}
