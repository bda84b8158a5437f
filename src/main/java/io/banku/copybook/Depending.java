package io.banku.copybook;

/**
 * {@code OCCURS least TO most TIMES DEPENDING ON count}.
 *
 * @param index of the count among the counts of a record, from 0, in the order of the copybook; {@link Extent#at} wants them
 *     in this order
 * @param count the item that holds it: an integer outside of every table. It stands before the table, so that where it lies
 *     depends on counts of a smaller index only: read in order, all of them can be found
 */
public record Depending(int index, int least, int most, Elementary count) {
    /** Whether a record may have this count. */
    public boolean allows(long found) {
        return found >= least && found <= most;
    }
}
