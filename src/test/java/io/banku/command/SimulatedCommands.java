package io.banku.command;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The topic of commands, and how they come to it: late, twice, and with the times of clocks that leap. */
final class SimulatedCommands {
    /** A copy of a command that a frozen gateway or an impatient producer sends later. */
    private record Delayed(Submission submission, long at) {}

    private final SimulatedWorld world;
    private final List<List<QueuedCommand>> partitions = new ArrayList<>();
    private final List<Delayed> delayed = new ArrayList<>();
    /** How far the clocks of gateways and brokers are ahead of the true time. */
    private Duration ahead = Duration.ZERO;

    private boolean leapt;

    SimulatedCommands(SimulatedWorld world) {
        this.world = world;
        IntStream.range(0, SimulatedWorld.PARTITIONS).forEach(partition -> partitions.add(new ArrayList<>()));
    }

    List<QueuedCommand> of(int partition) {
        return partitions.get(partition);
    }

    void append(Submission submission) {
        List<QueuedCommand> topic =
                of(SimulatedWorld.PARTITIONING.of(submission.command().account()));
        QueuedCommand queued = new QueuedCommand(submission, submission.fingerprint(), topic.size(), stamp());
        topic.add(world.flaws.queued().apply(queued));
    }

    void appendLater(Submission submission) {
        boolean muchLater = world.random.nextInt(4) == 0;
        delayed.add(new Delayed(submission, world.now() + 20 + world.random.nextInt(muchLater ? 1_000 : 60)));
    }

    void deliverLate() {
        delayed.stream().filter(late -> late.at() <= world.now()).findFirst().ifPresent(late -> {
            delayed.remove(late);
            append(late.submission());
        });
    }

    void deliverAll() {
        delayed.forEach(late -> append(late.submission()));
        delayed.clear();
    }

    /** Once in a world: far into the future or the past; the next time back. */
    void clocksLeap() {
        if (!leapt) {
            leapt = true;
            int times = 1 + world.random.nextInt(9);
            ahead = SimulatedWorld.KEPT.multipliedBy(world.random.nextBoolean() ? times : -times);
        } else {
            ahead = Duration.ZERO;
        }
    }

    /** By the clocks of gateways and brokers. */
    Instant stamp() {
        return world.instant().plus(ahead);
    }
}
