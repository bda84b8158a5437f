package io.banku.batch;

import io.banku.account.Event;
import io.banku.feed.BatchInput;
import io.banku.feed.BatchReader;
import io.banku.feed.BatchReader.Outcome;
import io.banku.feed.Entry;
import io.banku.feed.Pass;
import io.banku.feed.Reconciliation;
import io.banku.feed.Reject;
import io.banku.feed.Sink;
import io.banku.record.FramingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A file that is in the log, read twice beside each other: as it was published, and with what was corrected since. What is
 * in the log has to be the same in both; of the rest only what was asked for becomes something else, whatever follows from
 * it for other records. One thread.
 */
final class Reread {
    private final Batch batch;
    private final Map<Long, RejectLife> asked;
    private final Map<Long, RejectLife> answered;

    private final Made before = new Made();
    private final Made then = new Made();
    private final List<MadeEvent> events = new ArrayList<>();
    private final TreeMap<Long, Answer> answers = new TreeMap<>();
    private final List<RejectSummary> rejects = new ArrayList<>();
    private final Count was = new Count();
    private final Count is = new Count();
    private Reconciliation controls;

    /** @param index of the event within its record */
    record MadeEvent(long record, int index, Event event) {}

    /** @param why null unless it is a reject still */
    record Answer(Outcome outcome, int events, String why) {}

    /** The bytes are none that were published. */
    static final class NoRecords extends RuntimeException {
        private final FramingException where;

        private NoRecords(FramingException where) {
            super(where);
            this.where = where;
        }

        FramingException where() {
            return where;
        }
    }

    private Reread(Batch batch, Map<Long, RejectLife> asked, Map<Long, RejectLife> answered) {
        this.batch = batch;
        this.asked = asked;
        this.answered = answered;
    }

    static Reread of(
            Batch batch,
            StagedFolder folder,
            BatchInput before,
            BatchInput then,
            Path file,
            Map<Long, RejectLife> asked,
            Map<Long, RejectLife> answered)
            throws IOException {
        Reread reread = new Reread(batch, asked, answered);
        try (DigestInputStream one = new DigestInputStream(Files.newInputStream(file), Fingerprint.sha256());
                DigestInputStream other = new DigestInputStream(Files.newInputStream(file), Fingerprint.sha256())) {
            reread.read(folder, before, then, one, other);
            reread.require(one, other);
        }
        return reread;
    }

    private void read(StagedFolder folder, BatchInput asIs, BatchInput corrected, InputStream one, InputStream other)
            throws IOException {
        try (BatchReader published = folder.read(asIs, one, Pass.PUBLISH);
                BatchReader repaired = folder.read(corrected, other, Pass.CHECK)) {
            while (published.next(before.anew()) & repaired.next(then.anew())) {
                take(published.recordNumber(), published.outcome(), repaired.outcome());
            }
            controls = repaired.finish();
        } catch (FramingException changed) {
            throw new NoRecords(changed);
        }
        asked.forEach((record, life) -> answers.putIfAbsent(record, none(record)));
    }

    private void take(long record, Outcome published, Outcome corrected) {
        RejectLife answer = answered.get(record);
        if (published != Outcome.REJECTED) {
            requireSame(record, published, corrected);
            add(was, published, before.events.size());
            add(is, published, before.events.size());
        } else if (answer != null) {
            Outcome outcome = answer.state() == RejectLife.State.SKIPPED ? Outcome.SKIPPED : Outcome.PUBLISHED;
            add(was, outcome, answer.repaired().events());
            add(is, outcome, answer.repaired().events());
        } else {
            add(was, Outcome.REJECTED, 0);
            reject(record, corrected);
        }
        if (asked.containsKey(record)) {
            answers.putIfAbsent(record, none(record));
        }
    }

    private void reject(long record, Outcome corrected) {
        boolean isAsked = asked.containsKey(record);
        if (isAsked && corrected != Outcome.REJECTED) {
            add(is, corrected, then.events.size());
            for (int i = 0; i < then.events.size(); i++) {
                events.add(new MadeEvent(record, i, then.events.get(i)));
            }
            answers.put(record, new Answer(corrected, then.events.size(), null));
            return;
        }
        add(is, Outcome.REJECTED, 0);
        RejectSummary summary = RejectSummary.of(then.reject == null ? before.reject : then.reject);
        if (rejects.size() < Batch.SHOWN_REJECTS) {
            rejects.add(summary);
        }
        if (isAsked) {
            answers.put(record, new Answer(Outcome.REJECTED, 0, summary.toString()));
        }
    }

    private Answer none(long record) {
        return new Answer(
                Outcome.REJECTED,
                0,
                "BNK-5050 expected a reject of batch " + batch.id().substring(0, 12) + ", found record " + record
                        + ", which is none");
    }

    private void requireSame(long record, Outcome published, Outcome corrected) {
        if (published != corrected || !before.events.equals(then.events)) {
            throw NotAsStagedException.notRepairable(
                    "BNK-5052",
                    "expected corrections that leave what is in the log as it is, found that record " + record
                            + " would become something else; correct it by a posting of its own");
        }
    }

    private static void add(Count count, Outcome outcome, int events) {
        switch (outcome) {
            case PUBLISHED -> count.published++;
            case REJECTED -> count.rejected++;
            case SKIPPED -> count.skipped++;
        }
        count.events += events;
    }

    private void require(DigestInputStream one, DigestInputStream other) throws IOException {
        String sha256 = Fingerprint.hex(one.getMessageDigest());
        if (!sha256.equals(batch.sha256())
                || !Fingerprint.hex(other.getMessageDigest()).equals(sha256)) {
            throw NotAsStagedException.changed("expected the content that is in the log, SHA-256 " + batch.sha256()
                    + ", found another; put the file back, then resubmit");
        }
        if (!was.counts().equals(batch.counts())) {
            throw NotAsStagedException.notRepairable(
                    "BNK-5052",
                    "expected of the file what is in the log, " + batch.counts() + ", found " + was.counts()
                            + " in the same bytes with the same definition: another version of the bridge reads them"
                            + " otherwise; resubmit with the version that published them");
        }
    }

    List<MadeEvent> events() {
        return events;
    }

    /** What they add up to. */
    List<Turnover> turnover() {
        return Adding.of(events.stream().map(MadeEvent::event).toList());
    }

    /** Of each record that was asked for. */
    Map<Long, Answer> answers() {
        return answers;
    }

    /** As they are with this. */
    Counts counts() {
        return is.counts();
    }

    /** The first of those that are left. */
    List<RejectSummary> rejects() {
        return rejects;
    }

    Reconciliation controls() {
        return controls;
    }

    private static final class Count {
        private long published;
        private long rejected;
        private long skipped;
        private long events;

        Counts counts() {
            return new Counts(published + rejected + skipped, published, rejected, skipped, events);
        }
    }

    /** What one record became. */
    private static final class Made implements Sink {
        private final List<Event> events = new ArrayList<>();
        private Reject reject;

        Made anew() {
            events.clear();
            reject = null;
            return this;
        }

        @Override
        public void event(Event event, int index) {
            events.add(event);
        }

        @Override
        public void entry(Entry entry) {
            throw new IllegalStateException("expected a feed that is no reference");
        }

        @Override
        public void rejected(Reject rejected) {
            reject = rejected;
        }
    }
}
