package io.banku.command;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;

/** Where the partitions of a simulated log ended, as somebody asked now and then. */
final class SimulatedEnds {
    private final Deque<Sample> samples = new ArrayDeque<>();
    private final SimulatedWorld world;

    private record Sample(long at, long[] ends) {}

    SimulatedEnds(SimulatedWorld world) {
        this.world = world;
    }

    void sample() {
        long[] ends = new long[SimulatedWorld.PARTITIONS];
        for (int partition = 0; partition < ends.length; partition++) {
            ends[partition] = world.log.size(partition);
        }
        samples.add(new Sample(world.now(), ends));
    }

    /** As a decider is told it. */
    OptionalLong recent(int partition) {
        return samples.stream()
                .filter(sample -> sample.at() >= world.now() - steps(SimulatedWorld.FRESHNESS))
                .mapToLong(sample -> sample.ends()[partition])
                .min();
    }

    /** What every view that is fresh has at least; of a log that lost its tail since, what is left. */
    long least(int partition) {
        long before = samples.stream()
                .filter(sample -> sample.at() <= world.now() - steps(SimulatedWorld.FRESHNESS))
                .mapToLong(sample -> sample.ends()[partition])
                .reduce(0, (earlier, later) -> later);
        return Math.min(before, recent(partition).orElse(before));
    }

    private static long steps(Duration time) {
        return time.toSeconds() / SimulatedWorld.SECONDS_PER_STEP;
    }
}
