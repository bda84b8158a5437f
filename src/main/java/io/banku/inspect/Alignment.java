package io.banku.inspect;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well the bytes of a sample fall into columns. A length is measured by the bits that would tell the class of each byte,
 * if every column were told by itself (a code that learns while it goes, Krichevsky and Trofimov 1981): a wrong length mixes
 * its columns, and a multiple of the right one has to learn each column twice. So the right length needs the fewest.
 * Immutable.
 */
final class Alignment {
    static final double PRIOR = 0.08;
    private static final int SHORT = 64;
    private static final int MOST = 200;
    private static final int COMPARED = 1 << 14;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** All bits but the highest one of each byte. */
    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;

    private final byte[] classes;
    private final double[] ofClass;
    private final double[] ofColumn;
    private final double unaligned;

    /** @param classes as of {@link ByteClass} */
    Alignment(byte[] classes) {
        this.classes = classes;
        this.ofClass = rising(PRIOR, classes.length);
        this.ofColumn = rising(PRIOR * ByteClass.COUNT, classes.length);
        this.unaligned = bits(1);
    }

    /** The sums of log2(start), log2(start + 1), …: what a count costs. */
    static double[] rising(double start, int count) {
        double[] sums = new double[count + 1];
        for (int i = 0; i < count; i++) {
            sums[i + 1] = sums[i] + Math.log(start + i) / Math.log(2);
        }
        return sums;
    }

    /** Bits with columns for each bit without them: 0.2 where records are alike, 1 and more where there are none. */
    double ratio(int length) {
        return unaligned < 1 ? 1 : bits(length) / unaligned;
    }

    /**
     * Of the lengths up to that one those at whose distance most bytes are of the same class, and all short ones: cheaper to
     * find than {@link #ratio}, and the right one is among them.
     */
    List<Integer> promising(int longest) {
        int[] alike = new int[longest + 1];
        for (int length = SHORT; length <= longest; length++) {
            int compared = Math.min(COMPARED, classes.length - length);
            alike[length] = (int) ((long) COMPARED * same(length, compared) / compared);
        }
        int least = Arrays.stream(alike)
                .sorted()
                .skip(Math.max(0, longest + 1 - MOST))
                .min()
                .orElse(0);
        return IntStream.rangeClosed(2, longest)
                .filter(length -> length < SHORT || alike[length] >= Math.max(1, least))
                .boxed()
                .toList();
    }

    /** How many of the first bytes have the class of that at this distance; eight are compared at once, as classes are small. */
    private int same(int distance, int compared) {
        int same = 0;
        int i = 0;
        for (; i + Long.BYTES <= compared; i += Long.BYTES) {
            long differences = (long) EIGHT.get(classes, i) ^ (long) EIGHT.get(classes, i + distance);
            same += Long.BYTES - Long.bitCount(differences + LOW_BITS & ~LOW_BITS);
        }
        for (; i < compared; i++) {
            same += classes[i] == classes[i + distance] ? 1 : 0;
        }
        return same;
    }

    int size() {
        return classes.length;
    }

    private double bits(int length) {
        int[] counts = new int[length * ByteClass.COUNT];
        int column = 0;
        for (byte each : classes) {
            counts[column * ByteClass.COUNT + each]++;
            if (++column == length) {
                column = 0;
            }
        }
        double bits = 0;
        for (int c = 0; c < length; c++) {
            int all = 0;
            for (int k = c * ByteClass.COUNT; k < (c + 1) * ByteClass.COUNT; k++) {
                bits -= ofClass[counts[k]];
                all += counts[k];
            }
            bits += ofColumn[all];
        }
        return bits;
    }
}
