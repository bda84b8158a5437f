package io.banku.command;

import io.banku.view.Projection;
import io.banku.view.SeenSlots;
import io.banku.view.SlotState;
import io.banku.view.Tally;
import io.banku.view.ViewException;

/** A process that projects one partition, with the real projection, as the chunk consumer would drive it. */
final class SimulatedProjector implements SimulatedWorld.Actor {
    private final SimulatedWorld world;
    private final int partition;
    private Projection projection;
    private SeenSlots seen;
    private long chain;
    private boolean emptying;

    SimulatedProjector(SimulatedWorld world, int partition) {
        this.world = world;
        this.partition = partition;
        crash();
    }

    void crash() {
        projection = new Projection(world.slots, SimulatedWorld.LOG_ID, SimulatedWorld.PARTITIONS, 4);
        seen = new SeenSlots();
        place();
    }

    /** A slot that is to be emptied, or went back, is seen here, and nowhere else. */
    private void place() {
        SlotState found = world.slots.state(partition);
        SlotState slot = seen.look(partition, found);
        if (slot.rebuildingTo() > found.rebuildingTo()) {
            world.slots.catchUp(partition, slot);
        }
        emptying = slot.isEmptying();
        chain = Math.max(0, slot.position());
    }

    @Override
    public void step() {
        if (emptying) {
            world.slots.empty(partition);
            place();
        } else {
            apply();
        }
    }

    private void apply() {
        long end = world.log.readableEnd(partition);
        long expected = chain;
        long next = Math.min(end, expected + 1 + world.random.nextInt(6));
        if (next <= expected) {
            place(); // while nothing arrives, the stored position is compared
            return;
        }
        try {
            long reached = projection.apply(
                    partition,
                    expected,
                    next,
                    world.log.committed(partition, expected, next).iterator(),
                    new Tally());
            if (reached >= next) {
                chain = next;
                seen.reached(partition, reached);
            } else {
                place();
            }
        } catch (ViewException failed) {
            place();
        }
    }
}
