package io.banku.bench.pairs;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What is measured, and what is wanted. Ratios of what ran in turns, so that they hold on other machines, too. */
enum Goal {
    END_TO_END("file → Redis, product / plain pipe, records/s", 0.80, 0.95, true),
    PROCESSOR("processor time per record, product / plain pipe", 1.25, 1.05, false),
    BUILD("processor time per record, this build / the other", 0.45, 0.33, false),
    BUILD_COLD("the same in a cold process, first file", 0.60, 0.45, false),
    PUBLISH("file → Kafka, product / plain pipe, records/s", 0.80, 0.95, true),
    PROJECT("Kafka → Redis, product / plain pipe, records/s", 0.80, 0.95, true),
    PROJECT_HOT("Kafka → Redis, 1 k hot accounts / 100 k accounts, records/s", 3, 6, true),
    MANY_ACCOUNTS("1 M accounts / 100 k accounts, records/s, 2 GB", 0.80, 0.95, true),
    FULL_COLLECTIONS("full collections of the heap, 1 M accounts", 3, 0, false),
    SMALL_HEAP("a long file in 256 MB of heap / in 1 GB, records/s", 0.80, 0.95, true),
    CONNECT("file → Kafka, product / Kafka Connect FileStreamSource, records/s", 1.0, 1.5, true),
    SPRING_BATCH("file → Kafka, product / Spring Batch, chunks of 10 k, records/s", 1.3, 2, true),
    CAMEL_PER_RECORD(
            "file → Kafka, product / a Camel route of an exchange per record, records/s", Double.NaN, Double.NaN, true),
    COMMANDS_P50("commands at 500/s: half have their outcome within, this build / the other", 0.25, 0.10, false),
    COMMANDS_P99("commands at 500/s: 99 % have it within, this build / the other", 0.25, 0.10, false),
    COMMANDS_BESIDE_P50("commands at 100/s beside a file: half within, this build / the other", 0.10, 0.03, false),
    COMMANDS_BESIDE_P99("commands at 100/s beside a file: 99 % within, this build / the other", 0.10, 0.03, false),
    FILE_BESIDE("time of that file, with the commands / without", 1.25, 1.1, false),
    SATURATION("commands per second, more than it can do, this build / the other", 4, 8, true),
    REDIS_BYTES("Redis bytes per account, this build / the other", 0.75, 0.60, false),
    START("start to ready, product / a Camel Main that says hello", 2.5, 1.6, false),
    MEMORY_ACCOUNTS("MB of memory with 1 M accounts, 2 GB of heap", Double.NaN, Double.NaN, false),
    MEMORY_FILE("MB of memory after a long file, 1 GB of heap", Double.NaN, Double.NaN, false);

    private final String what;
    private final double must;
    private final double aim;
    private final boolean higher;

    Goal(String what, double must, double aim, boolean higher) {
        this.what = what;
        this.must = must;
        this.aim = aim;
        this.higher = higher;
    }

    /** {@code end-to-end}: by this name it is chosen on the command line. */
    String id() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    String what() {
        return what;
    }

    double must() {
        return must;
    }

    double aim() {
        return aim;
    }

    /** Whether more is better. */
    boolean higher() {
        return higher;
    }

    /** Whether anything is wanted; else it is only told. */
    boolean isWanted() {
        return !Double.isNaN(must);
    }

    /** Two cells of a table. */
    String wanted() {
        return isWanted() ? (higher ? "≥ " : "≤ ") + must + " | " + aim : "– | –";
    }

    /** Whether it is a comparison with another build. */
    boolean needsAnother() {
        return what.contains("this build / the other") || this == BUILD_COLD;
    }

    boolean isMet(double value, double wanted) {
        return higher ? value >= wanted : value <= wanted;
    }

    /** @throws IllegalArgumentException that tells which there are */
    static Goal named(String name) {
        return Arrays.stream(values())
                .filter(goal -> goal.id().equals(name))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("expected --only to be followed by one of "
                        + Arrays.stream(values()).map(Goal::id).collect(Collectors.joining(", "))
                        + ", found " + name));
    }
}
