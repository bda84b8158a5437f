package io.banku.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.banku.account.Event;
import io.banku.feed.BatchReader;
import io.banku.feed.Entry;
import io.banku.feed.Feed;
import io.banku.feed.Reject;
import io.banku.feed.Sink;
import io.banku.log.EventJson;
import io.banku.record.FieldException;
import io.banku.record.FramingException;
import io.banku.record.JsonLines;
import io.banku.record.Shown;
import io.banku.trial.Masking;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One file's way through {@code banku decode --feed}: of each record the rule, and the events as they would be published. */
final class FeedDecoding implements Sink {
    /** Whether records are lines of JSON. */
    enum Form {
        TEXT,
        JSON
    }

    private final Feed feed;
    private final DecodeForms.Chosen chosen;
    private final Selection selection;
    private final RejectLines rejects;
    private final Complaints complaints;
    private final DecodeTally tally;
    private final PrintWriter out;
    private final PrintWriter err;
    private final EventJson json = new EventJson();
    private final List<Event> events = new ArrayList<>();
    private Entry entry;
    private Reject reject;

    /** @param rejects null where they are shown in their place, or nowhere */
    FeedDecoding(
            Feed feed,
            DecodeForms.Chosen chosen,
            Selection selection,
            RejectLines rejects,
            Complaints complaints,
            DecodeTally tally,
            PrintWriter out,
            PrintWriter err) {
        this.feed = feed;
        this.chosen = chosen;
        this.selection = selection;
        this.rejects = rejects;
        this.complaints = complaints;
        this.tally = tally;
        this.out = out;
        this.err = err;
    }

    void run(BatchReader reader) throws IOException, FramingException {
        boolean isWanted = true;
        while (isWanted && next(reader)) {
            long record = reader.recordNumber();
            tally.read(record);
            if (selection.includes(record)) {
                showWanted(reader);
            }
            isWanted = !selection.endsWith(record) && !tally.isReaderGone(out);
        }
        tally.requireAny(selection);
        tally.mayBe(reader.otherFraming(), reader.otherEncoding());
        tally.marked(reader.isMarked());
    }

    private boolean next(BatchReader reader) throws IOException, FramingException {
        events.clear();
        entry = null;
        reject = null;
        return reader.next(this);
    }

    @Override
    public void event(Event event, int index) {
        events.add(event);
    }

    @Override
    public void entry(Entry made) {
        entry = made;
    }

    @Override
    public void rejected(Reject rejected) {
        reject = rejected;
    }

    private void showWanted(BatchReader reader) throws IOException {
        try {
            if (!chosen.wanted().includes(reader.frame())) {
                tally.leftOut();
                return;
            }
            if (chosen.form() == null) {
                show(reader);
            } else {
                chosen.form().show(reader.frame());
                count();
            }
        } catch (FieldException told) {
            tally.refused();
            reject = reject == null ? reader.reject(told) : reject;
        }
        if (reject != null && rejects != null) {
            rejects.write(reject);
        }
    }

    /** A row of a record that is a reject: its fields are legal, and yet no event comes of it. */
    private void count() {
        if (reject == null) {
            tally.shown();
            return;
        }
        tally.rejected();
        if (complaints.isTold(reject.code(), reject.field())) {
            err.println(told(reject));
        }
    }

    private void show(BatchReader reader) throws IOException {
        if (reject == null) {
            tally.shown();
        } else {
            tally.rejected();
        }
        if (!chosen.isJson()) {
            text(reader);
        } else if (reject == null) {
            line(reader);
        } else if (complaints.isTold(reject.code(), reject.field())) {
            err.println(told(reject));
        }
    }

    private void text(BatchReader reader) {
        out.println("record " + reader.recordNumber() + " at byte " + reader.fileOffset() + ", "
                + (reader.rule() == null ? "no rule" : "rule " + reader.rule())
                + (reject == null && entry == null && events.isEmpty()
                        ? ", " + reader.outcome().name().toLowerCase(Locale.ROOT)
                        : ""));
        if (reject != null) {
            out.println(
                    complaints.isTold(reject.code(), reject.field())
                            ? "  ? " + told(reject)
                            : "  ? " + reject.code() + (reject.field() == null ? "" : " " + reject.field())
                                    + ", as above");
        }
        Masking masking = Masking.of(feed, reader.rule());
        if (entry != null) {
            out.println("  " + Entry.TYPE + " " + Shown.of(masking.key(Entry.TYPE, entry.key())) + " "
                    + Shown.of(masking.data(Entry.TYPE, Masking.data(entry))));
        }
        for (Event event : events) {
            String type = EventJson.type(event);
            out.println("  " + type + " " + Shown.of(masking.key(type, event.account())) + " "
                    + Shown.of(masking.data(type, json.data(event))));
        }
    }

    private void line(BatchReader reader) throws IOException {
        StringWriter line = new StringWriter();
        try (JsonGenerator object = JsonLines.FACTORY.createGenerator(line)) {
            object.writeStartObject();
            object.writeNumberField("record", reader.recordNumber());
            object.writeNumberField("fileOffset", reader.fileOffset());
            object.writeStringField("rule", reader.rule());
            object.writeStringField("outcome", reader.outcome().name().toLowerCase(Locale.ROOT));
            object.writeArrayFieldStart("events");
            Masking masking = Masking.of(feed, reader.rule());
            if (entry != null) {
                made(object, masking, Entry.TYPE, entry.key(), Masking.data(entry));
            }
            for (Event event : events) {
                String type = EventJson.type(event);
                made(object, masking, type, event.account(), json.data(event));
            }
            object.writeEndArray();
            object.writeEndObject();
        }
        out.println(line);
    }

    private static void made(JsonGenerator object, Masking masking, String type, String key, String data)
            throws IOException {
        object.writeStartObject();
        object.writeStringField("type", type);
        object.writeStringField("key", masking.key(type, key));
        object.writeFieldName("data");
        object.writeRawValue(masking.data(type, data));
        object.writeEndObject();
    }

    static String told(Reject reject) {
        return reject.code() + (reject.field() == null ? " record " : " " + reject.field() + " at record ")
                + reject.record()
                + (reject.fieldOffset() < 0 ? "" : String.format(", byte 0x%X", reject.fieldOffset()))
                + (reject.picture() == null ? "" : ", " + reject.picture()) + ": " + reject.reason()
                + (reject.fieldHex() == null ? "" : " [" + reject.fieldHex() + "]");
    }
}
