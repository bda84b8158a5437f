package io.banku.inspect;

import java.io.IOException;
import java.io.InputStream;

/**
 * Whether the last records of a file are in step with its first ones, and where they stop being so. Immutable.
 *
 * @param shift bytes by which the last ones stand too late; 0: in step; -1: they fit nowhere
 * @param lastInStep -1 where all are in step, or none of the rest fits
 */
record Steps(int shift, long lastInStep) {
    private static final int RECORDS = 8;
    private static final double CLEARLY = 0.06;
    private static final double ENOUGH = 0.5;

    static Steps of(Content content, byte[] usual, int length) throws IOException {
        long whole = content.size() / length;
        int records = (int) Math.min(RECORDS, whole / 4);
        if (records < 1) {
            return new Steps(0, -1);
        }
        // neither the first nor the last: they may be header and trailer
        int first = best(part(content, length, records * length), usual);
        int last = best(part(content, (whole - records - 1) * length, records * length), usual);
        if (first < 0 || last < 0 || first == last) {
            return new Steps(first == last && first >= 0 ? 0 : -1, -1);
        }
        return new Steps((last - first + length) % length, lastInStep(content, usual, first, last));
    }

    private static byte[] part(Content content, long from, int count) throws IOException {
        try (InputStream stream = content.bytes().from(from).open()) {
            return stream.readNBytes(count);
        }
    }

    /** The shift with which most bytes fit; -1 where too few do with any. */
    private static int best(byte[] part, byte[] usual) {
        int best = 0;
        double bestFit = fit(part, usual, 0);
        for (int shift = 1; shift < usual.length; shift++) {
            double fit = fit(part, usual, shift);
            if (fit > bestFit + CLEARLY) {
                best = shift;
                bestFit = fit;
            }
        }
        return bestFit < ENOUGH ? -1 : best;
    }

    /** The share of bytes that are of their column's usual kind, where records begin {@code shift} bytes later. */
    private static double fit(byte[] bytes, byte[] usual, int shift) {
        int fits = 0;
        int column = (usual.length - shift) % usual.length;
        for (byte b : bytes) {
            fits += ByteClass.of(b) == usual[column] ? 1 : 0;
            column = column + 1 == usual.length ? 0 : column + 1;
        }
        return (double) fits / bytes.length;
    }

    /** Where more bytes before it fit with one shift, and more behind it with the other, than at any other place. */
    private static long lastInStep(Content content, byte[] usual, int first, int last) throws IOException {
        long gain = 0;
        long mostGain = 0;
        long at = 0;
        long place = 0;
        int column = (usual.length - first) % usual.length;
        int shifted = (usual.length - last) % usual.length;
        byte[] buffer = new byte[1 << 16];
        try (InputStream stream = content.bytes().open()) {
            for (int read = stream.read(buffer); read > 0; read = stream.read(buffer)) {
                for (int i = 0; i < read; i++, at++) {
                    byte found = ByteClass.of(buffer[i]);
                    gain += (found == usual[column] ? 1 : 0) - (found == usual[shifted] ? 1 : 0);
                    column = column + 1 == usual.length ? 0 : column + 1;
                    shifted = shifted + 1 == usual.length ? 0 : shifted + 1;
                    if (gain > mostGain) {
                        mostGain = gain;
                        place = at + 1;
                    }
                }
            }
        }
        return place;
    }
}
