package io.banku.inspect;

import java.util.Arrays;

/**
 * Counts the packed numbers in the columns of a sample, once its record length is found: a column whose last half bytes are
 * signs in nearly every record, behind one of digits. Other bytes have other half bytes there, too.
 */
final class PackedColumns {
    private static final int LONGEST = 2048;
    private static final int SAMPLE = 1 << 15;
    private static final double CLEAR = 0.8;
    private static final int NEARLY_ALL = 97;
    private static final int LEAST_DIGITS = 5;

    private PackedColumns() {}

    /** How many there are, by a length as of {@link #length}. */
    static int in(byte[] head, int length) {
        return length == 0 ? 0 : count(Arrays.copyOf(head, Math.min(SAMPLE, head.length)), length);
    }

    /** The length of records, which no translation of bytes changes; 0 where there are no columns. */
    static int length(byte[] head) {
        byte[] sample = Arrays.copyOf(head, Math.min(SAMPLE, head.length));
        Alignment alignment = new Alignment(ByteClass.of(sample, 0, sample.length));
        int best = 0;
        double bestRatio = CLEAR;
        for (int length : alignment.promising(Math.min(LONGEST, sample.length / 4))) {
            double ratio = alignment.ratio(length);
            if (ratio < bestRatio) {
                best = length;
                bestRatio = ratio;
            }
        }
        return best;
    }

    private static int count(byte[] sample, int length) {
        int signs = 0;
        for (int column = 1; column < length; column++) {
            signs += isSign(sample, length, column) && isDigits(sample, length, column - 1) ? 1 : 0;
        }
        return signs;
    }

    /** C and D, or F, in the last half byte, and digits of all kinds in the first. */
    private static boolean isSign(byte[] sample, int length, int column) {
        int minusOrPlus = 0;
        int unsigned = 0;
        int digits = 0;
        int records = 0;
        for (int i = column; i < sample.length; i += length, records++) {
            int high = sample[i] >> 4 & 0xF;
            int low = sample[i] & 0xF;
            minusOrPlus += high <= 9 && (low == 0xC || low == 0xD) ? 1 : 0;
            unsigned += high <= 9 && low == 0xF ? 1 : 0;
            digits |= 1 << high;
        }
        return 100L * Math.max(minusOrPlus, unsigned) >= (long) NEARLY_ALL * records
                && Integer.bitCount(digits) >= LEAST_DIGITS;
    }

    private static boolean isDigits(byte[] sample, int length, int column) {
        int digits = 0;
        int records = 0;
        for (int i = column; i < sample.length; i += length, records++) {
            digits += (sample[i] >> 4 & 0xF) <= 9 && (sample[i] & 0xF) <= 9 ? 1 : 0;
        }
        return 100L * digits >= (long) NEARLY_ALL * records;
    }
}
