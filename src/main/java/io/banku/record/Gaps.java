package io.banku.record;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds where the records of a file go out of step: bytes were lost in the middle, or are too many, so that nothing behind
 * them decodes where it should. It is told only where some records in a row decode before nothing else does: a layout of
 * texts says nothing. One file, one thread; its memory does not grow with the file.
 */
final class Gaps {
    /** Fewer in a row could be chance. */
    private static final int ENOUGH = 3;
    /** Unless nothing is left behind them. */
    private static final int ENOUGH_AT_END = 2;

    /** Searching takes no longer than some seconds, however bad the file is. */
    private static final int MOST_TRIES = 500_000;

    private static final int MOST = 100;

    private final RecordShape shape;
    private final Window window;
    private final int reach;
    private final int ahead;

    private final List<Gap> found = new ArrayList<>();
    private int tries;

    /** Records decode at several places that exclude each other: which of them are right cannot be known. */
    private boolean isAmbiguous;

    /** From {@code window.at}, where the record before begins, to the one that is looked at. */
    private int step;

    private long number;
    /** Of them so many are followed by none that does not decode. */
    private long good;

    private long goodEnd;

    /**
     * @param reach so many bytes behind a record that does not decode the next one is sought
     * @param longest record that is looked for
     */
    Gaps(RecordShape shape, Window window, int reach, int longest) {
        this.shape = shape;
        this.window = window;
        this.reach = reach;
        this.ahead = reach + (ENOUGH + 2) * longest;
    }

    /** All of them, in the order of the file. */
    List<Gap> find() throws IOException {
        try {
            window.has(1);
            goodEnd = window.fileOffset();
            while (!isAmbiguous && found.size() < MOST && tries < MOST_TRIES && look()) {
                next();
            }
        } catch (FramingException packed) {
            // what was found before it holds
            return found;
        }
        return found;
    }

    /** Whether records begin at one place of a file's first ones, and nowhere else. */
    boolean beginInStep() throws IOException, FramingException {
        window.has(1);
        return look() && resumption() >= 0;
    }

    private boolean look() throws IOException, FramingException {
        window.has(step + ahead);
        return window.at + step < window.end;
    }

    private void next() {
        int at = window.at + step;
        int behind = shape.behind(window.bytes, at, window.end);
        if (behind > 0) {
            goOn(behind);
            keep();
            return;
        }
        int measured = shape.measured(window.bytes, at, window.end);
        if (measured > 0 && fits(measured)) {
            goOn(measured);
            keep();
            return;
        }
        int resumed = resumption();
        if (resumed > 0 && !isInStep(resumed)) {
            tell(resumed);
        } else if (measured > 0) {
            goOn(measured);
        } else {
            window.at = window.end;
            step = 0;
        }
    }

    private void goOn(int behind) {
        window.at += step;
        step = behind - window.at;
        number++;
    }

    private void keep() {
        good = number;
        goodEnd = window.fileOffset() + step;
    }

    /** A record that reaches into the next one is none. */
    private void tell(int resumed) {
        long to = window.fileOffset() + resumed - window.at;
        boolean isOverlapped = to < goodEnd;
        found.add(new Gap(isOverlapped ? good - 1 : good, isOverlapped ? window.fileOffset() : goodEnd, to));
        window.at = resumed;
        step = 0;
        number = 0;
        good = 0;
        goodEnd = to;
    }

    /** Where records go on, seen from the one before; -1 where they do not, or at several places. */
    private int resumption() {
        int only = -1;
        int chain = -1;
        int last = Math.min(window.at + step + reach, window.end);
        for (int at = window.at + (step == 0 ? 0 : 1); at < last; at++) {
            while (chain >= 0 && chain < at) {
                chain = shape.measured(window.bytes, chain, window.end);
            }
            if (chain != at && fits(at)) {
                if (only >= 0) {
                    isAmbiguous = true;
                    return -1;
                }
                only = at;
                chain = at;
            }
        }
        return only;
    }

    /** Whether it is where the framing would come to. */
    private boolean isInStep(int resumed) {
        int at = window.at + step;
        while (at >= 0 && at < resumed) {
            at = shape.measured(window.bytes, at, window.end);
        }
        return at == resumed;
    }

    private boolean fits(int from) {
        int at = from;
        for (int records = 0; records < ENOUGH; records++) {
            tries++;
            if (at == window.end) {
                return records >= ENOUGH_AT_END;
            }
            at = shape.behind(window.bytes, at, window.end);
            if (at < 0) {
                return false;
            }
        }
        return true;
    }
}
