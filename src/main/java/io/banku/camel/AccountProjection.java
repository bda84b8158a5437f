package io.banku.camel;

import io.banku.camel.metrics.Metrics;
import io.banku.log.PartitionChunk;
import io.banku.log.Place;
import io.banku.log.Positions;
import io.banku.view.Projection;
import io.banku.view.RedisView;
import io.banku.view.SeenSlots;
import io.banku.view.SlotState;
import io.banku.view.Span;
import io.banku.view.Tally;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applies partition chunks to the view, and tells their consumer where the view stands. Shared by its threads. */
public final class AccountProjection implements Positions {
    private static final Logger LOG = LoggerFactory.getLogger(AccountProjection.class);

    private final RedisView view;
    private final Projection projection;
    private final Metrics metrics;
    /** Slots as they were when they were last looked at. */
    private final Map<Integer, SlotState> slots = new ConcurrentHashMap<>();
    /** Those whose end was told: of a rebuild, or of catching up. */
    private final Set<Integer> rebuilding = ConcurrentHashMap.newKeySet();

    private final Set<Integer> ours = ConcurrentHashMap.newKeySet();
    private volatile boolean assigned;

    public AccountProjection(RedisView view, Projection projection, Metrics metrics) {
        this.view = view;
        this.projection = projection;
        this.metrics = metrics;
    }

    /** A chunk is done when the view holds its events; one that is not done comes again. */
    public void apply(PartitionChunk chunk) {
        Tally tally = new Tally();
        long reached = projection.apply(chunk.partition(), span(chunk), chunk.entries(), tally);
        if (reached >= chunk.next()) {
            chunk.done();
            view.seen().reached(chunk.partition(), reached);
        } else if (reached < 0) {
            LOG.info("{}: the view of the partition is to be rebuilt", chunk);
        } else if (look(chunk.partition()).lost().isPresent()) {
            LOG.info("{}: not applied, as the log lost something before it", chunk);
        } else if (reached == chunk.expected()) {
            LOG.warn("{}: an apply did not come to its end here; reading again, to write whole accounts", chunk);
        } else {
            LOG.warn(
                    "{}: expected the view at {}, found {}; reading again from there",
                    chunk,
                    chunk.expected(),
                    reached);
        }
        if (!isRefolded(chunk, reached)) {
            metrics.view().projected(chunk.partition(), tally);
        }
    }

    private static Span span(PartitionChunk chunk) {
        return new Span(
                chunk.expected(),
                chunk.expectedEpoch().orElse(null),
                chunk.next(),
                chunk.epoch().orElse(null),
                chunk.ahead()
                        .map(ahead -> new SlotState.Ahead(
                                ahead.position(), ahead.epoch().orElse(null)))
                        .orElse(null));
    }

    /** What is folded once more was counted before: no alert is to ring again. */
    private boolean isRefolded(PartitionChunk chunk, long reached) {
        SlotState slot = slots.get(chunk.partition());
        if (slot == null) {
            return false;
        }
        if (reached >= slot.rebuildingTo() && rebuilding.remove(chunk.partition())) {
            LOG.info("partition {}: the view is built again, and stands at {}", chunk.partition(), reached);
        }
        return chunk.next() <= slot.rebuildingTo();
    }

    /** While a slot is being emptied, each call empties a page of it; while the log lacks something, nothing is done. */
    @Override
    public boolean isReady(int partition) {
        SlotState slot = slots.get(partition);
        if (slot == null) {
            return true;
        }
        if (slot.lost().isPresent()) {
            slot = look(partition);
        }
        if (slot.lost().isPresent()) {
            return false;
        }
        if (!slot.isEmptying()) {
            return true;
        }
        if (!view.rebuild().empty(partition)) {
            return false;
        }
        LOG.info("partition {}: the view is empty; folding all events again, up to {}", partition, slot.rebuildingTo());
        look(partition);
        return true;
    }

    /** A slot that is to be emptied, or went back, is seen here, at the latest a second later. */
    @Override
    public Place stored(int partition) {
        SlotState slot = look(partition);
        return new Place(Math.max(0, slot.position()), Optional.ofNullable(slot.epoch()));
    }

    /** Seen by whoever had the partition before: a process that begins knows no more than that. */
    @Override
    public void reached(int partition, long position) {
        view.seen().reached(partition, position);
    }

    /** A view that went back, or was interrupted, has nowhere to come to when the log has lost its end meanwhile. */
    @Override
    public long leastEnd(int partition) {
        SlotState slot = slots.get(partition);
        return slot == null
                ? 0
                : Math.max(
                        slot.rebuildingTo(),
                        ahead(partition).map(Place::position).orElse(0L));
    }

    @Override
    public Optional<Place> ahead(int partition) {
        return Optional.ofNullable(slots.get(partition))
                .map(SlotState::ahead)
                .map(ahead -> new Place(ahead.position(), Optional.ofNullable(ahead.epoch())));
    }

    /** From here on a slot that went back shows nothing until it has caught up: its past was over already. */
    private SlotState look(int partition) {
        SeenSlots.Before before = view.seen().before(partition);
        SlotState found = view.rebuild().state(partition);
        SlotState slot = before.look(found);
        if (slot.rebuildingTo() > found.rebuildingTo()) {
            view.rebuild().catchUp(partition, slot);
            LOG.warn(
                    "BNK-5035 partition {}: expected the view at {}, where it was seen, found it at {}: Redis lost what it"
                            + " had. Its accounts are not shown and its commands wait until the events are applied again",
                    partition,
                    slot.rebuildingTo(),
                    slot.position());
        }
        if (slot.isRebuilding()) {
            rebuilding.add(partition);
        } else {
            rebuilding.remove(partition);
        }
        tell(partition, slots.put(partition, slot), slot);
        return slot;
    }

    private void tell(int partition, SlotState before, SlotState now) {
        boolean wasLost = before != null && before.lost().isPresent();
        metrics.view().logLost(partition, now.lost().isPresent());
        if (now.lost().isPresent() && !wasLost) {
            LOG.error(
                    "BNK-5010 partition {}: the log has lost something of what the view has: {}. Nothing of it is applied, decided"
                            + " or shown until the log is brought back and the view rebuilt. What to do: docs/operations.md, A log"
                            + " that lost its tail",
                    partition,
                    now.gap());
        } else if (wasLost && now.lost().isEmpty()) {
            LOG.info(
                    "partition {}: what the log had lost is given up, as the view is rebuilt or was replaced",
                    partition);
        }
    }

    @Override
    public void assigned(Collection<Integer> partitions) {
        assigned = true;
        ours.addAll(partitions);
        LOG.info("projecting partitions {}", partitions);
    }

    @Override
    public void revoked(Collection<Integer> partitions) {
        partitions.forEach(partition -> {
            projection.forget(partition);
            ours.remove(partition);
            slots.remove(partition);
            rebuilding.remove(partition);
            metrics.view().notProjecting(partition);
        });
    }

    @Override
    public void lag(int partition, long offsets) {
        metrics.view().lag(partition, offsets);
    }

    /** Kept where the view is, as the log may have grown again at the next look. */
    @Override
    public void gap(int partition, String detail) {
        SlotState slot = slots.get(partition);
        if (slot != null) {
            view.rebuild().latch(partition, slot, detail);
            look(partition);
        }
    }

    /** True from the first assignment on: every partition that is ours stands at its stored position. */
    boolean hasPositions() {
        return assigned;
    }

    /** The partitions that this process projects. */
    Set<Integer> ours() {
        return Set.copyOf(ours);
    }

    /** What the log has lost, by partition of ours: none of these goes on. */
    Map<Integer, String> gaps() {
        Map<Integer, String> gaps = new TreeMap<>();
        slots.forEach((partition, slot) -> slot.lost().ifPresent(detail -> gaps.put(partition, detail)));
        return gaps;
    }
}
