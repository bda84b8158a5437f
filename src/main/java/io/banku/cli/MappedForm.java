package io.banku.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.banku.account.Event;
import io.banku.account.Origin.FromBatch;
import io.banku.account.RecordedEvent;
import io.banku.batch.Counts;
import io.banku.batch.KeptEntry;
import io.banku.feed.ControlRow;
import io.banku.feed.Entry;
import io.banku.feed.Feed;
import io.banku.feed.Reconciliation;
import io.banku.feed.Reject;
import io.banku.log.EventJson;
import io.banku.log.EventJson.Published;
import io.banku.record.JsonLines;
import io.banku.record.Shown;
import io.banku.trial.FileWalk;
import io.banku.trial.Masking;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Records as {@code banku feed map} shows them, and at the end their counts and controls. */
final class MappedForm {
    private final Feed feed;
    private final String batch;
    private final boolean asJson;
    private final PrintWriter out;
    private final RejectLines rejects;
    private final EventJson json = new EventJson();
    private long published;
    private long rejected;
    private long skipped;
    private long events;

    MappedForm(Feed feed, String batch, boolean asJson, PrintWriter out) {
        this.feed = feed;
        this.batch = batch;
        this.asJson = asJson;
        this.out = out;
        this.rejects = new RejectLines(out, RejectLines.Place.AMONG_RECORDS, !feed.hasPrivateFields());
    }

    long rejected() {
        return rejected;
    }

    void show(FileWalk walk) throws IOException {
        switch (walk.reader().outcome()) {
            case PUBLISHED -> published++;
            case REJECTED -> rejected++;
            case SKIPPED -> skipped++;
        }
        if (walk.entry().isPresent()) {
            show(walk.entry().get(), walk);
        }
        List<Event> made = walk.events();
        events += made.size();
        if (!asJson) {
            out.println("record " + walk.number() + " at byte " + walk.reader().fileOffset() + ", "
                    + (walk.rule() == null ? "no rule" : "rule " + walk.rule()) + ", "
                    + walk.reader().outcome().name().toLowerCase(Locale.ROOT));
        }
        if (walk.reject().isPresent()) {
            show(walk.reject().get());
        }
        for (int i = 0; i < made.size(); i++) {
            String id = batch + "/" + walk.number() + "/" + i;
            FromBatch origin = new FromBatch(feed.name(), batch, walk.number());
            Published event = json.published(new RecordedEvent(id, made.get(i), origin, Instant.EPOCH));
            show(masked(event, EventJson.type(made.get(i)), Masking.of(feed, walk.rule())), walk);
        }
    }

    /** As it would be on {@code banku.references}. */
    private void show(Entry entry, FileWalk walk) throws IOException {
        Masking masking = Masking.of(feed, walk.rule());
        String key = masking.key(Entry.TYPE, entry.key());
        KeptEntry kept = new KeptEntry(key, entry.value(), walk.number());
        String value = new String(kept.topicValue(feed.name(), batch), StandardCharsets.UTF_8);
        Map<String, String> headers = Map.of("ce_type", Entry.TYPE, "ce_id", batch + "/" + walk.number());
        show(new Published(kept.topicKey(feed.name()), headers, masking.data(Entry.TYPE, value)), walk);
    }

    private static Published masked(Published event, String type, Masking masking) {
        Map<String, String> headers = new LinkedHashMap<>(event.headers());
        headers.computeIfPresent("ce_subject", (name, key) -> masking.key(type, key));
        return new Published(masking.key(type, event.key()), headers, masking.data(type, event.value()));
    }

    private void show(Reject reject) throws IOException {
        if (asJson) {
            rejects.write(reject);
        } else {
            out.println("  ? " + reject.code() + (reject.field() == null ? "" : " " + reject.field()) + ": "
                    + reject.reason() + (reject.fieldHex() == null ? "" : " [" + reject.fieldHex() + "]"));
        }
    }

    private void show(Published event, FileWalk walk) throws IOException {
        if (!asJson) {
            out.println("  " + event.headers().get("ce_type") + ", key " + Shown.of(event.key()) + ", id "
                    + event.headers().get("ce_id"));
            out.println("    " + Shown.of(event.value()));
            return;
        }
        StringWriter line = new StringWriter();
        try (JsonGenerator object = JsonLines.FACTORY.createGenerator(line)) {
            object.writeStartObject();
            object.writeNumberField("record", walk.number());
            object.writeStringField("rule", walk.rule());
            object.writeStringField("key", event.key());
            object.writeObjectFieldStart("headers");
            for (Map.Entry<String, String> header : event.headers().entrySet()) {
                object.writeStringField(header.getKey(), header.getValue());
            }
            object.writeEndObject();
            object.writeFieldName("value");
            object.writeRawValue(event.value());
            object.writeEndObject();
        }
        out.println(line);
    }

    /** Tells counts and controls, and how a batch of the file would come out. */
    ExitCode end(Reconciliation finish, PrintWriter told) {
        long read = published + rejected + skipped;
        told.println(new Counts(read, published, rejected, skipped, events));
        finish.faults().forEach(fault -> told.println("  " + fault.code() + " " + fault.message()));
        for (ControlRow row : finish.controls()) {
            told.println(Shown.of("  control " + row.name() + " "
                    + row.state().name().toLowerCase(Locale.ROOT) + ": expected " + row.expected() + ", found "
                    + row.actual() + (row.difference().isEmpty() ? "" : " (difference " + row.difference() + ")")));
        }
        boolean isHeld = !finish.satisfies(feed.release())
                || rejected > feed.toleratedRejects()
                || read == 0 && !feed.emptyAllowed();
        return isHeld ? ExitCode.REFUSED : rejected > 0 ? ExitCode.REJECTS : ExitCode.CLEAN;
    }
}
