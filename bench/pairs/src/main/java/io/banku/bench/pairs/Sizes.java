package io.banku.bench.pairs;

import java.io.IOException;
import java.util.OptionalInt;

/**
 * How much is measured: files, and how often.
 *
 * @param records of the file that is timed, and half of them to warm up, where it is not the usual number
 * @param pairs where it is not the usual number
 */
record Sizes(Lab lab, OptionalInt records, OptionalInt pairs) {
    static final int FEW_ACCOUNTS = 100_000;
    static final int MANY_ACCOUNTS = 1_000_000;
    private static final int MILLION = 1_000_000;

    int rounds() {
        return pairs.orElse(lab.quick() ? 1 : 4);
    }

    /** Of what is told to others first. */
    int moreRounds() {
        return pairs.orElse(lab.quick() ? 2 : 4);
    }

    Movements warmUp(int accounts) throws IOException, InterruptedException {
        return file("warm-up", records.orElse(MILLION) / 2, accounts, 1);
    }

    Movements timed(int accounts) throws IOException, InterruptedException {
        return file("movements", records.orElse(lab.quick() ? MILLION : 3 * MILLION), accounts, 2);
    }

    /** For a process that has just started. */
    Movements first() throws IOException, InterruptedException {
        return file("movements", MILLION, FEW_ACCOUNTS, 2);
    }

    /** One more like it, that comes beside commands. */
    Movements beside() throws IOException, InterruptedException {
        return file("beside", MILLION, FEW_ACCOUNTS, 7);
    }

    /** For what takes very long. */
    Movements small(long seed) throws IOException, InterruptedException {
        return file("small-" + seed, lab.quick() ? 20_000 : 100_000, FEW_ACCOUNTS, seed);
    }

    /** So many that each of a million accounts is there, but for some. */
    Movements filling(int accounts) throws IOException, InterruptedException {
        return file("filling", 2 * MILLION, accounts, 3);
    }

    Movements filled(int accounts) throws IOException, InterruptedException {
        return file("filled", lab.quick() ? MILLION : 2 * MILLION, accounts, 4);
    }

    /** For what shows only after a while. */
    Movements large(int accounts) throws IOException, InterruptedException {
        return file("large", lab.quick() ? 2 * MILLION : 10 * MILLION, accounts, 5);
    }

    /** Each record chooses among the accounts by chance, all as likely; the same for the same seed. */
    Movements file(String name, int records, int accounts, long seed) throws IOException, InterruptedException {
        return lab.file(name + "-" + records + "-" + accounts, records, accounts, seed);
    }
}
