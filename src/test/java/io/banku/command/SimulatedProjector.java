package io.banku.command;

import io.banku.command.Flaws.Tail;
import io.banku.view.Projection;
import io.banku.view.SeenSlots;
import io.banku.view.SlotState;
import io.banku.view.Span;
import io.banku.view.Tally;
import io.banku.view.ViewException;
import java.util.Optional;

/** A process that projects one partition, with the real projection, as the chunk consumer would drive it. */
final class SimulatedProjector implements SimulatedWorld.Actor {
    private final SimulatedWorld world;
    private final int partition;
    private Projection projection;
    private SeenSlots seen;
    private SlotState slot;
    private Integer epoch;
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
        slot = seen.look(partition, same -> found);
        if (slot.rebuildingTo() > found.rebuildingTo()) {
            world.slots.catchUp(partition, slot);
        }
        emptying = slot.isEmptying();
        chain = Math.max(0, slot.position());
        epoch = slot.epoch();
    }

    @Override
    public void step() {
        if (emptying) {
            world.slots.empty(partition);
            place();
        } else if (slot.lost().isPresent()) {
            place();
        } else {
            gone().ifPresentOrElse(this::lost, this::apply);
        }
    }

    /** As Kafka tells it, and as it follows from where the view once stood. */
    private Optional<String> gone() {
        boolean isCut = chain > world.log.size(partition)
                || world.flaws.tail() != Tail.GROWS_AGAIN_UNSEEN
                        && epoch != null
                        && chain > world.log.endOfEpoch(partition, epoch)
                || slot.rebuildingTo() > world.log.size(partition)
                || isAheadAskedFor() && slot.ahead().position() > world.log.size(partition);
        return isCut ? Optional.of("offsets before " + chain + " are gone") : Optional.empty();
    }

    private boolean isAheadAskedFor() {
        return slot.ahead() != null && world.flaws.tail() != Tail.AHEAD_IS_NOT_ASKED_FOR;
    }

    private boolean hasWhatIsAhead() {
        SlotState.Ahead ahead = slot.ahead();
        return ahead.position() <= world.log.endOfEpoch(partition, ahead.epoch());
    }

    private void lost(String detail) {
        if (world.flaws.tail() != Tail.LOST_AND_FORGOTTEN) {
            world.slots.lost(partition, slot, detail);
            world.noticed(partition);
        }
        place();
    }

    private void apply() {
        long end = Math.min(world.log.readableEnd(partition), world.log.size(partition));
        long expected = chain;
        long next = Math.min(end, expected + 1 + world.random.nextInt(6));
        if (next <= expected) {
            place(); // while nothing arrives, the stored position is compared
            return;
        }
        if (isAheadAskedFor() && expected < slot.ahead().position() && !hasWhatIsAhead()) {
            lost("offsets before " + slot.ahead().position() + " are gone");
            return;
        }
        int lastEpoch = world.log.leaderEpoch(partition, next - 1);
        try {
            long reached = projection.apply(
                    partition,
                    new Span(expected, epoch, next, lastEpoch, slot.ahead()),
                    world.log.committed(partition, expected, next).iterator(),
                    new Tally());
            if (reached >= next) {
                chain = next;
                epoch = lastEpoch;
                seen.reached(partition, reached);
            } else {
                place();
            }
        } catch (ViewException failed) {
            place();
        }
    }
}
