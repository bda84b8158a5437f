package io.banku.camel;

import io.banku.log.PartitionChunk;
import io.banku.log.Positions;
import io.banku.view.Projection;
import io.banku.view.RedisView;
import io.banku.view.SlotState;
import io.banku.view.Tally;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applies partition chunks to the view, and tells their consumer where the view stands. Shared by its threads. */
public final class AccountProjection implements Positions {
    private static final Logger LOG = LoggerFactory.getLogger(AccountProjection.class);

    private final RedisView view;
    private final Projection projection;
    private final Metrics metrics;
    private final Set<Integer> gaps = ConcurrentHashMap.newKeySet();
    /** Slots that are being rebuilt, as they were when they were last looked at. */
    private final Map<Integer, SlotState> rebuilding = new ConcurrentHashMap<>();

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
        long reached = projection.apply(chunk.partition(), chunk.expected(), chunk.next(), chunk.entries(), tally);
        if (reached >= chunk.next()) {
            chunk.done();
            view.seen().reached(chunk.partition(), reached);
        } else if (reached < 0) {
            LOG.info("{}: the view of the partition is to be rebuilt", chunk);
        } else if (reached == chunk.expected()) {
            LOG.warn("{}: an apply did not come to its end here; reading again, to write whole accounts", chunk);
        } else {
            LOG.warn(
                    "{}: expected the view at {}, found {}; reading again from there",
                    chunk,
                    chunk.expected(),
                    reached);
            look(chunk.partition());
        }
        if (!isRefolded(chunk, reached)) {
            metrics.projected(chunk.partition(), tally);
        }
    }

    /** What is folded once more was counted before: no alert is to ring again. */
    private boolean isRefolded(PartitionChunk chunk, long reached) {
        SlotState slot = rebuilding.get(chunk.partition());
        if (slot == null) {
            return false;
        }
        if (reached >= slot.rebuildingTo()) {
            rebuilding.remove(chunk.partition());
            LOG.info("partition {}: the view is rebuilt, and stands at {}", chunk.partition(), reached);
        }
        return chunk.next() <= slot.rebuildingTo();
    }

    /** While a slot is being emptied, each call empties a page of it. */
    @Override
    public boolean isReady(int partition) {
        SlotState slot = rebuilding.get(partition);
        if (slot == null || !slot.isEmptying()) {
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
    public long stored(int partition) {
        return Math.max(0, look(partition).position());
    }

    /** Seen by whoever had the partition before: a process that begins knows no more than that. */
    @Override
    public void reached(int partition, long position) {
        view.seen().reached(partition, position);
    }

    /** From here on a slot that went back shows nothing until it has caught up: its past was over already. */
    private SlotState look(int partition) {
        SlotState found = view.rebuild().state(partition);
        SlotState slot = view.seen().look(partition, found);
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
            rebuilding.put(partition, slot);
        } else {
            rebuilding.remove(partition);
        }
        return slot;
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
            gaps.remove(partition);
            rebuilding.remove(partition);
            metrics.notProjecting(partition);
        });
    }

    @Override
    public void lag(int partition, long offsets) {
        gaps.remove(partition);
        metrics.lag(partition, offsets);
    }

    @Override
    public void gap(int partition, String detail) {
        if (gaps.add(partition)) {
            LOG.error(
                    "BNK-5010 partition {}: the log does not have the view's position; nothing is skipped: {}."
                            + " Was the topic deleted or cut? Rebuild the view from a log that is whole.",
                    partition,
                    detail);
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

    /** Partitions that cannot go on, because the log lacks what the view asks for. */
    Set<Integer> gaps() {
        return Set.copyOf(gaps);
    }
}
