package io.banku.inspect;

import java.io.IOException;

/**
 * The columns of records of one length over the whole file: which kind of byte is usual in each, how the records at the
 * end stand to those at the beginning, and where they stop being in step. Immutable.
 *
 * @param usual the class of bytes that is most frequent in each column, from the sample
 * @param steady columns in which nearly all records have it
 * @param lineEnd what ends every record
 * @param shift how many bytes the last records stand behind where they should; 0 where they are in step, -1 where they
 *     fit nowhere
 * @param lastInStep where the records in step end, roughly; -1 where all are
 * @param firstFits of a hundred columns of a rest before the first record how many would be usual
 */
record Columns(byte[] usual, int steady, LineEndColumn lineEnd, int shift, long lastInStep, int firstFits, long size) {
    /** Bytes of a line end behind each record; 0: there is none. */
    record LineEndColumn(int size) {}

    private static final int SAMPLE = 1 << 16;
    private static final int NEARLY_ALL = 95;
    private static final int FITTING = 10;

    static Columns of(Content content, int length) throws IOException {
        byte[] head = content.head();
        int wanted = Math.max(SAMPLE, 8 * length);
        int records = Math.min(wanted, head.length) / length;
        int[][] counts = new int[length][ByteClass.COUNT];
        for (int i = 0; i < records * length; i++) {
            counts[i % length][ByteClass.of(head[i])]++;
        }
        byte[] usual = new byte[length];
        int steady = 0;
        for (int c = 0; c < length; c++) {
            for (byte k = 1; k < ByteClass.COUNT; k++) {
                usual[c] = counts[c][k] > counts[c][usual[c]] ? k : usual[c];
            }
            steady += 100L * counts[c][usual[c]] >= (long) NEARLY_ALL * records ? 1 : 0;
        }
        Steps steps = Steps.of(content, usual, length);
        return new Columns(
                usual,
                steady,
                new LineEndColumn(lineEnd(head, length)),
                steps.shift(),
                steps.lastInStep(),
                firstFits(head, usual, (int) (content.size() % length)),
                content.size());
    }

    private static int firstFits(byte[] head, byte[] usual, int rest) {
        int fits = 0;
        for (int i = 0; i < rest; i++) {
            fits += ByteClass.of(head[i]) == usual[i] ? 1 : 0;
        }
        return rest == 0 ? 100 : 100 * fits / rest;
    }

    /** How many bytes at the end of each record are the same line end. */
    private static int lineEnd(byte[] head, int length) {
        byte last = head[length - 1];
        byte before = length > 2 ? head[length - 2] : 0;
        boolean isEnd = last == 0x0A || last == 0x15 || last == 0x25;
        boolean returns = before == 0x0D;
        for (int end = length; isEnd && end <= head.length; end += length) {
            isEnd = head[end - 1] == last;
            returns &= head[end - 2] == before;
        }
        return isEnd ? returns ? 2 : 1 : 0;
    }

    boolean isSteady() {
        return shift == 0;
    }

    String aboutTheShift() {
        int length = usual.length;
        return shift < 0
                ? "but the last records of the file do not fit the columns of the first: not all of it has this form"
                : "but the last records stand " + shift + " bytes behind those columns, from about "
                        + Told.place(lastInStep) + " on: there " + (length - shift) + " bytes are missing, or " + shift
                        + " too many (or these and multiples of " + length + ")";
    }

    String aboutTheRest(int rest) {
        String over = Told.counted(rest, "byte") + " are left over";
        if (shift != 0) {
            return over + ", " + aboutTheShift();
        }
        boolean isBefore = firstFits < FITTING;
        return over + ": "
                + (isBefore
                        ? "probably they stand before the first record, whose first bytes are of another kind than those of"
                                + " all others (skip-first: " + rest + "); else the last record is cut off"
                        : "the last record is cut off, or they stand before the first one (skip-first: " + rest + ")");
    }
}
