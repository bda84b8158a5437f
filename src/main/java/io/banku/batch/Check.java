package io.banku.batch;

import io.banku.account.Event;
import io.banku.feed.BatchInput;
import io.banku.feed.BatchReader;
import io.banku.feed.BatchReader.Outcome;
import io.banku.feed.ControlRow;
import io.banku.feed.Entry;
import io.banku.feed.Feed;
import io.banku.feed.Pass;
import io.banku.feed.Reconciliation;
import io.banku.feed.Reject;
import io.banku.feed.Sink;
import io.banku.record.DataFault;
import io.banku.record.FramingException;
import io.banku.record.Hint;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Pass 1: reads all of a file and counts; publishes nothing. One file, one thread. */
public final class Check implements Sink {
    /** One reject of so many records is no longer a matter of these records alone. */
    private static final int OFTEN = 10;

    private final List<RejectSummary> rejects = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private long published;
    private long rejected;
    private long skipped;
    private long events;
    private final Adding adding = new Adding();

    private final Feed feed;
    private final Again again;
    private final Consumer<Reject> each;

    private Check(Feed feed, Again again, Consumer<Reject> each) {
        this.feed = feed;
        this.again = again;
        this.each = each;
    }

    /** A file's bytes from the beginning. */
    public interface Again {
        InputStream open() throws IOException;
    }

    /**
     * @param bytes the whole file; closed at the end
     * @param again is opened where they do not decode: to find out why
     */
    public static CheckResult of(Feed feed, BatchInput input, InputStream bytes, Again again) throws IOException {
        return of(feed, input, bytes, again, reject -> {});
    }

    /** @param each is given every reject, of which the result has only the first ones */
    static CheckResult of(Feed feed, BatchInput input, InputStream bytes, Again again, Consumer<Reject> each)
            throws IOException {
        return new Check(feed, again, each).run(input, bytes);
    }

    private CheckResult run(BatchInput input, InputStream bytes) throws IOException {
        try (BatchReader reader = feed.read(input, bytes, Pass.CHECK)) {
            try {
                while (reader.next(this)) {
                    count(reader.outcome());
                }
            } catch (FramingException notRecords) {
                findings.add(new Finding(
                        notRecords.code(),
                        "after record " + reader.recordNumber() + ", at byte " + notRecords.fileOffset()
                                + " of the file: " + notRecords.getMessage()));
                reader.otherEncoding().ifPresent(this::found);
                findGaps();
                return result(true, false, Reconciliation.NOTHING);
            }
            Reconciliation finish = reader.finish();
            finish.faults().forEach(fault -> findings.add(new Finding(fault.code(), fault.message())));
            if (read() == 0 && !feed.emptyAllowed()) {
                return result(true, false, Reconciliation.NOTHING);
            }
            finish.controls().stream()
                    .filter(row -> row.state() != ControlRow.State.CLOSED)
                    .forEach(row -> findings.add(finding(row)));
            explain(reader);
            return result(false, finish.satisfiesButForTurn(feed.release()), finish);
        }
    }

    /** Why it is as it is: what the file may be, if not what the feed says. */
    private void explain(BatchReader reader) throws IOException {
        reader.otherFraming().ifPresent(this::found);
        if (rejected > 0) {
            reader.otherEncoding().ifPresent(this::found);
        }
        if (rejected * OFTEN >= read() && rejected > 0) {
            findGaps();
        }
    }

    private void found(Hint hint) {
        findings.add(new Finding(hint.code(), hint.told()));
    }

    private void findGaps() throws IOException {
        String gaps = feed.gaps(again.open());
        if (!gaps.isEmpty()) {
            findings.add(new Finding(DataFault.GAP.code(), gaps));
        }
    }

    static Finding finding(ControlRow row) {
        String code = row.state() == ControlRow.State.OPEN ? "BNK-4031" : "BNK-4030";
        return new Finding(
                code,
                "control " + row.name() + ": expected " + row.expected() + ", found " + row.actual()
                        + (row.difference().isEmpty() ? "" : " (difference " + row.difference() + ")")
                        + (row.state() == ControlRow.State.OPEN ? ", open until the rejects are corrected" : "")
                        + ", by " + row.definition());
    }

    private CheckResult result(boolean unreadable, boolean balanced, Reconciliation finish) {
        Counts counts = new Counts(read(), published, rejected, skipped, events);
        return new CheckResult(
                counts,
                turnover(),
                findings,
                unreadable,
                balanced,
                finish.controls(),
                rejects,
                finish.oddities(),
                finish.turn());
    }

    /** Of what is private nothing is told, not even sums. */
    private List<Turnover> turnover() {
        return feed.privateProperties().hidesAmounts() ? null : adding.turnover();
    }

    private long read() {
        return published + rejected + skipped;
    }

    private void count(Outcome outcome) {
        switch (outcome) {
            case PUBLISHED -> published++;
            case REJECTED -> rejected++;
            case SKIPPED -> skipped++;
        }
    }

    @Override
    public void event(Event event, int index) {
        events++;
        adding.add(event);
    }

    @Override
    public void entry(Entry entry) {
        // its record is counted, and it is no event
    }

    @Override
    public void rejected(Reject reject) {
        each.accept(reject);
        if (rejects.size() < Batch.SHOWN_REJECTS) {
            rejects.add(RejectSummary.of(reject));
        }
    }
}
