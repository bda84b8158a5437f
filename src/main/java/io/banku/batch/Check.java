package io.banku.batch;

import io.banku.account.Event;
import io.banku.feed.BatchInput;
import io.banku.feed.BatchReader;
import io.banku.feed.BatchReader.Outcome;
import io.banku.feed.ControlRow;
import io.banku.feed.Feed;
import io.banku.feed.Pass;
import io.banku.feed.Reconciliation;
import io.banku.feed.Reject;
import io.banku.feed.Sink;
import io.banku.record.FramingException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Pass 1: reads all of a file and counts; publishes nothing. One file, one thread. */
public final class Check implements Sink {
    private final List<Batch.RejectSummary> rejects = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private long published;
    private long rejected;
    private long skipped;
    private long events;

    private final Consumer<Reject> each;

    private Check(Consumer<Reject> each) {
        this.each = each;
    }

    /** @param bytes the whole file; closed at the end */
    public static CheckResult of(Feed feed, BatchInput input, InputStream bytes) throws IOException {
        return of(feed, input, bytes, reject -> {});
    }

    /** @param each is given every reject, of which the result has only the first ones */
    static CheckResult of(Feed feed, BatchInput input, InputStream bytes, Consumer<Reject> each) throws IOException {
        return new Check(each).run(feed, input, bytes);
    }

    private CheckResult run(Feed feed, BatchInput input, InputStream bytes) throws IOException {
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
            return result(false, finish.satisfiesButForTurn(feed.release()), finish);
        }
    }

    private static Finding finding(ControlRow row) {
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
                counts, findings, unreadable, balanced, finish.controls(), rejects, finish.oddities(), finish.turn());
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
    }

    @Override
    public void rejected(Reject reject) {
        each.accept(reject);
        if (rejects.size() < Batch.SHOWN_REJECTS) {
            rejects.add(Batch.RejectSummary.of(reject));
        }
    }
}
