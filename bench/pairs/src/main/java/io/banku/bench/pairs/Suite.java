package io.banku.bench.pairs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The measures in their order, each of which gives the figures of one goal or more. */
final class Suite {
    private final Lab lab;
    private final Sizes sizes;

    Suite(Lab lab, Sizes sizes) {
        this.lab = lab;
        this.sizes = sizes;
    }

    /** One of them. */
    private record Measure(Set<Goal> gives, Work work) {
        Measure(Work work, Goal... gives) {
            this(EnumSet.copyOf(Arrays.asList(gives)), work);
        }
    }

    private interface Work {
        List<Measured> run() throws IOException, InterruptedException;
    }

    private List<Measure> measures() {
        Whole whole = new Whole(lab, sizes);
        Stages stages = new Stages(lab, sizes);
        Peers peers = new Peers(lab, sizes);
        Commands commands = new Commands(lab, sizes);
        Accounts accounts = new Accounts(lab, sizes);
        return List.of(
                new Measure(whole::besideThePipe, Goal.END_TO_END, Goal.PROCESSOR),
                new Measure(whole::warmBuilds, Goal.BUILD, Goal.REDIS_BYTES),
                new Measure(whole::coldBuilds, Goal.BUILD_COLD),
                new Measure(stages::besideThePipe, Goal.PUBLISH, Goal.PROJECT),
                new Measure(stages::hot, Goal.PROJECT_HOT),
                new Measure(peers::connect, Goal.CONNECT),
                new Measure(peers::springBatch, Goal.SPRING_BATCH),
                new Measure(peers::camel, Goal.CAMEL_PER_RECORD),
                new Measure(
                        commands::run,
                        Goal.COMMANDS_P50,
                        Goal.COMMANDS_P99,
                        Goal.COMMANDS_BESIDE_P50,
                        Goal.COMMANDS_BESIDE_P99,
                        Goal.FILE_BESIDE,
                        Goal.SATURATION),
                new Measure(accounts::many, Goal.MANY_ACCOUNTS, Goal.MEMORY_ACCOUNTS),
                new Measure(accounts::fullCollections, Goal.FULL_COLLECTIONS),
                new Measure(accounts::smallHeap, Goal.SMALL_HEAP, Goal.MEMORY_FILE),
                new Measure(new Start(lab)::run, Goal.START));
    }

    /** Those that give what is wanted. What needs another build is left out where there is none. */
    List<Measured> run(Set<Goal> wanted) throws IOException, InterruptedException {
        List<Measured> measured = new ArrayList<>();
        for (Measure measure : measures()) {
            boolean isLeftOut =
                    lab.against().isEmpty() && measure.gives.stream().anyMatch(Goal::needsAnother);
            if (!isLeftOut && !Collections.disjoint(measure.gives, wanted)) {
                measure.gives.forEach(goal -> System.out.println(goal.what()));
                long began = System.nanoTime();
                measured.addAll(measure.work.run());
                System.out.printf("  took %.0f s%n", (System.nanoTime() - began) / 1e9);
            }
        }
        return measured;
    }
}
