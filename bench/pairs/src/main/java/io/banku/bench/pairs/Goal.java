package io.banku.bench.pairs;

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
    REDIS_BYTES("Redis bytes per account, this build / the other", 0.75, 0.60, false);

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

    boolean needsAnother() {
        return this == BUILD || this == BUILD_COLD || this == REDIS_BYTES;
    }

    boolean isMet(double value, double wanted) {
        return higher ? value >= wanted : value <= wanted;
    }
}
