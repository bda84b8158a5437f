package io.banku.record;

import io.banku.record.Ends.Longer;

/**
 * Where a record ends by its own layout: that of its type, with its counts. What stands behind is no part of any value, and
 * may be a record that would be lost. Immutable, shared by threads.
 */
public final class RecordEnd {
    private static final int MOST_SHOWN = 32;

    private final FieldReader record;
    private final Longer longer;
    private final CodePage codePage;

    /** What a record may have; longer than {@link #counted} only where it is filled up. */
    private final Reach allowed;

    private final Reach counted;

    /** No record ends before them: nearly all records are no longer, and are not looked at. */
    private final int leastAllowed;

    private final int leastCounted;

    /** @param record as messages call it */
    RecordEnd(FieldReader record, Dialect dialect, Reach allowed, Reach counted) {
        this.record = record;
        this.longer = dialect.ends().longer();
        this.codePage = dialect.codePage();
        this.allowed = allowed;
        this.counted = counted;
        this.leastAllowed = longer == Longer.REJECT ? allowed.least() : Integer.MAX_VALUE;
        boolean isRejected = longer == Longer.REJECT && allowed == counted;
        this.leastCounted = isRejected ? Integer.MAX_VALUE : counted.least();
    }

    /** @throws FieldException when bytes other than blanks and X'00' stand behind the end, and the feed does not ignore them */
    public void check(Frame frame) throws FieldException {
        if (frame.length > leastAllowed) {
            check(frame, new Fits());
        }
    }

    /** @param fits what is known of the record's descriptions */
    void check(Frame frame, Fits fits) throws FieldException {
        if (frame.length > leastAllowed && !isBlank(frame, leastAllowed)) {
            int end = allowed.end(frame, fits);
            if (frame.length > end && !isBlank(frame, end)) {
                throw longer(frame, end, fits);
            }
        }
    }

    /** Counts a record that is longer and no reject. */
    public void look(Frame frame, Oddities oddities) {
        if (frame.length > leastCounted) {
            look(frame, new Fits(), oddities);
        }
    }

    void look(Frame frame, Fits fits, Oddities oddities) {
        if (frame.length > leastCounted && !isBlank(frame, leastCounted)) {
            try {
                int end = counted.end(frame, fits);
                if (frame.length > end && !isBlank(frame, end)) {
                    oddities.count(record.item(), Oddity.LONGER);
                }
            } catch (FieldException unknown) {
                // whether it is a reject has been decided
                oddities.count(record.item(), Oddity.LONGER);
            }
        }
    }

    private boolean isBlank(Frame frame, int from) {
        byte blank = codePage.blank();
        for (int i = frame.start + frame.length - 1; i >= frame.start + from; i--) {
            if (frame.bytes[i] != blank && frame.bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private FieldException longer(Frame frame, int end, Fits fits) throws FieldException {
        int more = frame.length - end;
        String counts = allowed.counts(frame, fits);
        String hint = !counts.isEmpty() && frame.length == allowed.most()
                ? "; it is as long as with full tables: does 'odo: maximum' or 'odo: padded' read it?"
                : more % end == 0
                        ? ": another record, or another layout?"
                        : ": is the framing right, and the copybook of the same version as the file?";
        return new FieldException(
                DataFault.LONGER_RECORD.code(),
                record,
                end,
                Hex.atMost(MOST_SHOWN, frame.bytes, frame.start + end, frame.start + frame.length),
                "expected the record to end after the " + end + " bytes of its layout"
                        + (counts.isEmpty() ? "" : " (" + counts + ")") + ", found " + more
                        + " more that are not all blanks or X'00'" + hint);
    }
}
