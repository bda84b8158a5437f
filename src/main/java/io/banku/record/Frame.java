package io.banku.record;

/**
 * One framed record where it lies in the source's buffer: valid until the next call of {@link RecordSource#next}, and
 * never shared between threads. {@code start} and {@code length} are the payload's, without descriptor words.
 */
public final class Frame {
    public byte[] bytes;
    public int start;
    public int length;
    /** From 1. */
    public long number;
    /** Of the payload's first byte in the file. */
    public long fileOffset;
    /** How many bytes right behind the payload end its line; 0 behind a last line without an end, and where there are no lines. */
    public int lineEnd;

    private int[] counts = {};

    /** Where readers note how often the tables of this record occur; overwritten by whoever reads next. */
    int[] counts(int tables) {
        if (counts.length < tables) {
            counts = new int[tables];
        }
        return counts;
    }
}
