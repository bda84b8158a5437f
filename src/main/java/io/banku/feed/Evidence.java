package io.banku.feed;

import io.banku.record.Frame;

/**
 * What the sides of a control can look at when all records are read.
 *
 * @param header null when there was none
 */
record Evidence(Tally tally, Frame header, BatchInput input) {
    /** Null when there was none. */
    Frame trailer() {
        return tally.trailer();
    }
}
