package io.banku.command;

import io.banku.log.AppendFailedException;
import io.banku.view.CommandView;
import io.banku.view.CommandView.Sight;
import io.banku.view.SlotState;
import io.banku.view.ViewException;
import java.util.Collection;
import java.util.List;

/** A process that decides one partition, with the real decider, as the chunk consumer would drive it. */
final class SimulatedDecider implements SimulatedWorld.Actor {

    /** From where commands are read after something went wrong. */
    enum Reading {
        OF_THE_VIEW,
        /** As a consumer does that trusts what it polled last. */
        OF_ITS_OWN
    }

    private static final long NOT_PLACED = -1;

    private final SimulatedWorld world;
    private final int partition;
    private final int process;
    private Decider decider;
    /** How far the view was seen since it took the partition over. */
    private long seen;

    private long next = NOT_PLACED;
    private boolean ready;

    SimulatedDecider(SimulatedWorld world, int partition, int process) {
        this.world = world;
        this.partition = partition;
        this.process = process;
        crash();
    }

    void crash() {
        decider = new Decider(
                partition,
                new Decider.Surroundings(
                        world.flaws.log().apply(log()),
                        world.flaws.view().apply(view()),
                        new WholeSource(),
                        SimulatedWorld.PARTITIONING,
                        SimulatedWorld.LOG_ID,
                        world,
                        new DecisionObserver() {
                            @Override
                            public void tookOver(int same) {
                                seen = 0;
                                world.tookOver(same);
                            }
                        },
                        world::tell),
                world.flaws.memory().floor().get(),
                world.flaws.memory().own().get());
        next = NOT_PLACED;
    }

    /** The log of all; who answers too early does so before the commit. */
    private DecisionLog log() {
        return world.flaws.answering() == Flaws.Answering.WHEN_COMMITTED
                ? world.log
                : LeftOut.withHands(world.log, (hand, events) -> {
                    world.tellOf(partition, events);
                    return hand.append(events);
                });
    }

    /** The view of all, and how far it is seen here. */
    private CommandView view() {
        return new CommandView() {
            @Override
            public Sight look(int of, Collection<String> accounts, Collection<String> ids) {
                return seeing(of, accounts, ids);
            }

            @Override
            public void lost(int of, SlotState slot, String detail) {
                world.slots.lost(of, slot, detail);
                world.noticed(of);
            }
        };
    }

    private Sight seeing(int of, Collection<String> accounts, Collection<String> ids) {
        Sight sight = world.slots.look(of, accounts, ids);
        if (of == partition) {
            seen = Math.max(seen, sight.position());
        }
        return sight;
    }

    @Override
    public void step() {
        if (!world.isOwner(partition, process) && (world.isCalm() || world.random.nextInt(10) < 3)) {
            decider.close();
            next = NOT_PLACED;
        } else if (world.isOwner(partition, process) || next != NOT_PLACED) {
            try {
                decide();
            } catch (AppendFailedException | ViewException failed) {
                lost();
            }
        }
    }

    private void decide() throws AppendFailedException {
        ready = false;
        if (world.isCalm() || world.random.nextInt(4) == 0) {
            decider.lookAgain(); // as it is asked while nothing arrives
        }
        ready = decider.isReady();
        if (!ready) {
            return;
        }
        if (next == NOT_PLACED || !decider.hasReader()) {
            next = decider.nextCommand();
        }
        List<QueuedCommand> topic = world.commands.of(partition);
        int until = (int) Math.min(topic.size(), next + 1 + world.random.nextInt(4));
        if (until > next) {
            List<QueuedCommand> batch = List.copyOf(topic.subList((int) next, until));
            if (world.flaws.reading() == Reading.OF_ITS_OWN) {
                next = until;
            }
            long known = Math.max(seen, world.ends.least(partition));
            batch.forEach(queued -> world.decidedBeyond(queued.id(), known));
            int losses = world.losses(partition);
            boolean isUnaware = world.isUnnoticed(partition);
            try {
                if (decider.decide(batch)) {
                    next = until;
                } else {
                    lost();
                }
            } finally {
                if (isUnaware || losses != world.losses(partition)) {
                    batch.forEach(queued -> world.decidedUnaware(queued.id()));
                }
            }
        }
    }

    private void lost() {
        if (world.flaws.reading() == Reading.OF_THE_VIEW) {
            next = NOT_PLACED;
        }
    }

    boolean hasDecidedAll() {
        return ready && next == world.commands.of(partition).size();
    }
}
