package io.banku.batch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;

/** Compares one batch's keys with those of others, and gathers which of its records repeat which. One thread. */
final class KeyComparison {
    private final Path all;
    private final SortedEntries repeats;
    private final SortedEntries repeated;
    private final UniqueFolder folder;

    /**
     * @param all the batch's own keys
     * @param repeats takes what goes into its {@link RepeatsFile}
     * @param repeated takes its keys that others had before
     */
    KeyComparison(Path all, SortedEntries repeats, SortedEntries repeated, UniqueFolder folder) {
        this.all = all;
        this.repeats = repeats;
        this.repeated = repeated;
        this.folder = folder;
    }

    /**
     * Of one that is not complete, and not under way either, only what is in the log counts.
     *
     * @param place of the other one among those that are asked
     * @return false, and nothing is taken over, where its keys are not there as they were written
     */
    boolean with(Path theirKeys, Batch other, int place) throws IOException {
        long in = other.state() == BatchState.SEALED || other.isOnItsWay() ? Long.MAX_VALUE : other.done();
        try (SortedEntries found = folder.sorting(2 * KeyFile.WIDTH)) {
            boolean isWhole = KeyFile.compare(all, theirKeys, (mine, theirs) -> {
                if (KeyFile.record(theirs) <= in) {
                    found.add(pair(mine, theirs));
                }
            });
            if (isWhole) {
                found.forEach(pair -> take(pair, place));
            }
            return isWhole;
        }
    }

    private static byte[] pair(byte[] mine, byte[] theirs) {
        return ByteBuffer.allocate(2 * KeyFile.WIDTH).put(mine).put(theirs).array();
    }

    private void take(byte[] pair, int place) throws IOException {
        byte[] mine = Arrays.copyOf(pair, KeyFile.WIDTH);
        byte[] theirs = Arrays.copyOfRange(pair, KeyFile.WIDTH, pair.length);
        repeats.add(RepeatsFile.entry(KeyFile.record(mine), place, KeyFile.record(theirs)));
        repeated.add(mine);
    }
}
