package io.banku.command;

import io.banku.log.AppendFailedException;
import io.banku.log.LogUnavailableException;
import io.banku.log.PartitionChunk;
import io.banku.log.Positions;
import io.banku.log.RawRecord;
import io.banku.view.CommandView;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The deciders of the partitions that are assigned to this process. Their consumers ask here where to read, and whether a
 * partition can take commands now. A partition's calls come from one polling thread.
 */
public final class Deciders implements Positions, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Deciders.class);

    private final Decider.Surroundings around;
    private final Map<Integer, Decider> deciders = new ConcurrentHashMap<>();

    public Deciders(
            DecisionLog log,
            CommandView view,
            Partitioning partitioning,
            String logId,
            Clock clock,
            DecisionObserver observer) {
        this.around = new Decider.Surroundings(log, view, partitioning, logId, clock, observer);
    }

    /** A chunk is done when the outcome of each of its commands is in the log; one that is not done comes again. */
    public void decide(PartitionChunk chunk) throws AppendFailedException {
        Decider decider = deciders.get(chunk.partition());
        if (decider != null && decider.decide(commands(chunk))) {
            chunk.done();
        }
    }

    /** What is no command, or not one of this partition, can have no outcome, and must not stop the others. */
    private List<QueuedCommand> commands(PartitionChunk chunk) {
        List<QueuedCommand> commands = new ArrayList<>(chunk.size());
        for (RawRecord record : chunk.raw()) {
            try {
                QueuedCommand command = CommandRecords.read(record);
                if (around.partitioning().of(record.key()) != record.partition()) {
                    throw new CommandFormatException(
                            "BNK-5020 banku.commands, partition " + record.partition() + ", offset " + record.offset()
                                    + ": expected account " + record.key() + " in partition "
                                    + around.partitioning().of(record.key()) + ", where its balance is",
                            null);
                }
                commands.add(command);
            } catch (CommandFormatException none) {
                LOG.error("{}; it is stepped over", none.getMessage());
            }
        }
        return commands;
    }

    @Override
    public boolean isReady(int partition) {
        try {
            return deciders.computeIfAbsent(partition, number -> new Decider(number, around))
                    .isReady();
        } catch (AppendFailedException failed) {
            throw new LogUnavailableException(
                    "partition " + partition + " cannot be taken over: " + failed.getMessage(), failed);
        }
    }

    /** Where to read commands; what Kafka's consumer group remembers is never asked. */
    @Override
    public long stored(int partition) {
        return deciders.get(partition).nextCommand();
    }

    /** A view that went back is no matter here: what was decided is in the log, and decisions wait for it to return. */
    @Override
    public boolean standsAt(int partition, long position) {
        return true;
    }

    @Override
    public void assigned(Collection<Integer> partitions) {
        if (!partitions.isEmpty()) {
            LOG.info("deciding the commands of partitions {}", partitions);
        }
    }

    /** The next owner fences ours; until then it may be a zombie, which can do no harm. */
    @Override
    public void revoked(Collection<Integer> partitions) {
        for (Integer partition : partitions) {
            Decider decider = deciders.remove(partition);
            if (decider != null) {
                decider.close();
            }
        }
    }

    @Override
    public void gap(int partition, String detail) {
        LOG.error(
                "BNK-5012 partition {}: banku.commands does not have the next command to decide; none is skipped, and no"
                        + " command of this partition gets an answer: {}. Was the topic deleted or cut?",
                partition,
                detail);
    }

    @Override
    public void close() {
        revoked(List.copyOf(deciders.keySet()));
    }
}
