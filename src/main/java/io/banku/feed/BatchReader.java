package io.banku.feed;

import io.banku.account.Event;
import io.banku.feed.expression.MappingException;
import io.banku.feed.expression.Scope;
import io.banku.record.FieldException;
import io.banku.record.Frame;
import io.banku.record.FramingException;
import io.banku.record.Hint;
import io.banku.record.RecordSource;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** Reads one batch record by record. One thread; its memory does not grow with the file. */
public final class BatchReader implements Closeable {

    public enum Outcome {
        PUBLISHED,
        REJECTED,
        /** Header, trailer, or a rule with {@code role: skip}. */
        SKIPPED
    }

    private final Mapping mapping;
    private final BatchInput input;
    private final boolean emptyAllowed;
    private final RecordSource source;
    private final Scope scope;
    private final Frame record;
    /** Null in {@link Pass#PUBLISH}. */
    private final Tally tally;

    private final Event[] events;
    private int made;
    private Entry entry;
    private Outcome outcome;
    private Rule rule;
    private String key;
    private boolean isAtEnd;

    BatchReader(Mapping mapping, boolean emptyAllowed, BatchInput input, RecordSource source, Pass pass) {
        this.mapping = mapping;
        this.emptyAllowed = emptyAllowed;
        this.input = input;
        this.source = source;
        FileName file = input.file();
        this.scope = new Scope(
                file.name(), file.date().orElse(null), file.sequence().orElse(0), mapping.carriers(), input.lookups());
        this.record = scope.record();
        this.tally = pass == Pass.CHECK
                ? new Tally(mapping.all(), mapping.controls(), mapping.numbers(), mapping.ends())
                : null;
        this.events = new Event[mapping.mostEvents()];
    }

    /**
     * Reads one record; its events (all of them) or its reject go to the sink.
     *
     * @return false at the end of the batch
     * @throws FramingException when the rest of the file does not fall into records
     */
    public boolean next(Sink sink) throws IOException, FramingException {
        if (!source.next(record)) {
            isAtEnd = true;
            return false;
        }
        rule = null;
        entry = null;
        Reject reject = map();
        carry(reject);
        if (tally != null) {
            tally.count(record, rule);
            if (reject == null) {
                tally.look(record, rule);
            }
        }
        if (reject != null) {
            outcome = Outcome.REJECTED;
            sink.rejected(reject);
        } else {
            outcome = rule.role() == Role.EVENTS ? Outcome.PUBLISHED : Outcome.SKIPPED;
            for (int i = 0; i < made; i++) {
                sink.event(events[i], i);
            }
            if (entry != null) {
                sink.entry(entry);
            }
        }
        return true;
    }

    /** Null when the events are made. Both passes ask the same of a record, so that they come to the same outcome. */
    private Reject map() {
        try {
            rule = match();
            if (rule == null) {
                return mapping.rejection().unknownType(record);
            }
            if (rule.role() == Role.HEADER && scope.header() == null) {
                scope.header(Structure.copy(record));
            }
            mapping.ends().check(record, rule);
            made = rule.make(scope, events);
            entry = rule.entry() == null ? null : rule.entry().make(scope);
            mapping.controls().require(record, rule);
            if (rule.carry() != null) {
                rule.carry().check(record);
            }
            requireUnique();
            return null;
        } catch (FieldException illegal) {
            return mapping.rejection().of(record, rule, illegal);
        } catch (MappingException senseless) {
            return mapping.rejection().of(record, rule, senseless);
        }
    }

    /** Last of all: only a record that is published counts as one that was there. */
    private void requireUnique() throws FieldException, MappingException {
        key = mapping.unique().key(rule, scope);
        String first = key == null ? null : input.repeats().first(record.number);
        if (first != null) {
            throw mapping.unique().repeated(rule, first);
        }
    }

    /** What the record carries is known to those after it; or that it is lost, where the record is a reject. */
    private void carry(Reject reject) {
        if (rule == null) {
            scope.parents().loseAll(record.number);
        } else if (rule.carry() != null && reject != null) {
            scope.parents().lose(rule.carry().number(), record.number);
        } else if (rule.carry() != null) {
            scope.parents().carry(rule.carry().number(), record);
        }
    }

    private Rule match() throws FieldException {
        for (Rule candidate : mapping.rules()) {
            if (candidate.when().test(record)) {
                return candidate;
            }
        }
        return null;
    }

    /** The first record, if it is a header. */
    Optional<Frame> header() throws IOException, FramingException {
        next(Sink.NOWHERE);
        return Optional.ofNullable(scope.header());
    }

    /** What makes the record just read unique, if it is published; null where nothing does. */
    public String key() {
        return outcome == Outcome.PUBLISHED ? key : null;
    }

    /** What became of the record just read. */
    public Outcome outcome() {
        return outcome;
    }

    /** The record just read, until the next one is. */
    public Frame frame() {
        return record;
    }

    /** How the record just read is rejected for a field that the feed itself may not look at. */
    public Reject reject(FieldException illegal) {
        return mapping.rejection().of(record, rule, illegal);
    }

    /** Of the record just read, from 1. */
    public long recordNumber() {
        return record.number;
    }

    /** Of the first byte of the record just read. */
    public long fileOffset() {
        return record.fileOffset;
    }

    /** Of the record just read, in bytes. */
    public int length() {
        return record.length;
    }

    /** See {@link RecordSource#otherFraming}. */
    public Optional<Hint> otherFraming() {
        return source.otherFraming();
    }

    /** See {@link RecordSource#otherEncoding}. */
    public Optional<Hint> otherEncoding() {
        return source.otherEncoding();
    }

    /** Whether a byte order mark before the first record was stepped over; known after the first record. */
    public boolean isMarked() {
        return source.isMarked();
    }

    /** The name of the rule that the record just read matched, or null. */
    public String rule() {
        return rule == null ? null : rule.name();
    }

    /**
     * The controls, and whether header and trailer are where they belong.
     *
     * @throws IllegalStateException before the end of the batch, or in {@link Pass#PUBLISH}
     */
    public Reconciliation finish() {
        if (!isAtEnd || tally == null) {
            throw new IllegalStateException("expected the end of a batch being checked, found "
                    + (tally == null ? "one being published" : "record " + record.number));
        }
        return tally.reconcile(scope, input, emptyAllowed, source.isMarked());
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
