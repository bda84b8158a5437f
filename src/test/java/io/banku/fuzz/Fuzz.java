package io.banku.fuzz;

import java.util.Random;

/**
 * Runs something on random input: in a build a number of rounds that are the same each time; with {@code
 * -Dbanku.fuzz.seconds=N} for N seconds, from a seed that it prints. A round that fails tells the seed that begins with it.
 */
public final class Fuzz {
    private static final long SAME_EACH_TIME = 19870301;
    private static final int MOST_SECONDS = 86_400;
    private static final int ROUNDS_BETWEEN_LOOKS = 16;
    private static final int SECONDS = Integer.getInteger("banku.fuzz.seconds", 0);
    private static final long SEED =
            Long.getLong("banku.fuzz.seed", SECONDS == 0 ? SAME_EACH_TIME : new Random().nextLong());

    static {
        if (SECONDS < 0 || SECONDS > MOST_SECONDS) {
            throw new IllegalArgumentException(
                    "expected banku.fuzz.seconds from 0 to " + MOST_SECONDS + ", found " + SECONDS);
        }
        if (SECONDS > 0) {
            System.out.println("random input for " + SECONDS + " s each, from -Dbanku.fuzz.seed=" + SEED);
        }
    }

    /** One round: all that is random in it comes from its argument. */
    public interface Round {
        void run(Random random) throws Exception;
    }

    private Fuzz() {}

    /** At least so many rounds; more if more time is given. */
    public static void rounds(int least, Round round) {
        long end = System.nanoTime() + SECONDS * 1_000_000_000L;
        for (long i = 0; i < least || i % ROUNDS_BETWEEN_LOOKS != 0 || System.nanoTime() < end; i++) {
            long seed = SEED + i;
            try {
                round.run(new Random(mixed(seed)));
            } catch (Exception | Error failed) { // a deep recursion or too large an array, too
                throw new AssertionError("again with -Dbanku.fuzz.seed=" + seed + ": " + failed, failed);
            }
        }
    }

    /** The first numbers of generators with neighbouring seeds are alike. */
    private static long mixed(long seed) {
        long mixed = (seed ^ seed >>> 33) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ mixed >>> 33) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ mixed >>> 33;
    }
}
