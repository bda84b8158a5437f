package io.banku.cli;

import io.banku.record.Hint;
import io.banku.record.Oddities;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code banku decode} counts, and says at the end. One thread. */
final class DecodeTally {
    /** Asking whether the reader of our output is still there flushes it. */
    private static final int RECORDS_BETWEEN_LOOKS = 1_000;

    /** One of so many. */
    private static final int OFTEN = 10;

    private final Complaints complaints;
    private final Oddities oddities;
    private final List<String> hints = new ArrayList<>();
    private boolean isMarked;
    private long read;
    private long shown;
    private long refused;
    private long leftOut;
    /** That are as {@code --where} asks. */
    private long asked;

    DecodeTally(Complaints complaints, Oddities oddities) {
        this.complaints = complaints;
        this.oddities = oddities;
    }

    void read(long record) {
        read = record;
    }

    void shown() {
        shown++;
        asked++;
    }

    void refused() {
        refused++;
    }

    /** It is one of those that are asked for, and a reject. */
    void rejected() {
        refused();
        asked++;
    }

    /** It is none of those that are asked for. */
    void leftOut() {
        leftOut++;
    }

    /** What the file looks like if not what was said; the encoding is doubted only where records do not decode. */
    void mayBe(Optional<Hint> otherFraming, Optional<Hint> otherEncoding) {
        otherFraming.map(Hint::told).ifPresent(hints::add);
        otherEncoding.filter(hint -> refused > 0).map(Hint::told).ifPresent(hints::add);
    }

    /** Where its records stop and go on again; empty where that is not known. */
    void gaps(String told) {
        if (!told.isEmpty()) {
            hints.add(told);
        }
    }

    /** Whether so many records do not decode that the reason is hardly in them. */
    boolean isMisread() {
        return refused > 0 && refused * OFTEN >= shown + refused;
    }

    void marked(boolean marked) {
        isMarked = marked;
    }

    /** Whoever reads a pipe may have seen enough: {@code banku decode … | head}. */
    boolean isReaderGone(PrintWriter out) {
        return (shown + refused) % RECORDS_BETWEEN_LOOKS == 0 && out.checkError();
    }

    void requireAny(Selection selection) {
        if (shown + refused + leftOut == 0 && selection.first() > 1) {
            throw new CommandException(
                    ExitCode.REFUSED,
                    "expected record " + selection.first() + ", found the end of the file after record " + read);
        }
    }

    ExitCode end(PrintWriter err) {
        complaints.summarise(err);
        long looked = shown + refused + leftOut;
        String more = (looked == read ? "" : ", " + looked + " of them looked at")
                + (leftOut > 0 ? ", " + asked + " of them as --where asks" : "");
        err.println(
                refused > 0
                        ? "banku: " + refused + " of " + looked + " records do not decode"
                                + (looked == read ? "" : "; " + read + " were read")
                                + (leftOut > 0 ? "; " + asked + " are as --where asks" : "")
                        : "banku: " + read + (read == 1 ? " record" : " records") + " read" + more);
        hints.forEach(hint -> err.println("banku: " + hint));
        if (isMarked) {
            err.println("banku: legal, but unusual: " + Oddities.Count.OF_MARK);
        }
        oddities.counts().forEach(odd -> err.println("banku: legal, but unusual: " + odd));
        return refused > 0 ? ExitCode.REJECTS : ExitCode.CLEAN;
    }
}
