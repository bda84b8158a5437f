package io.banku.batch;

import io.banku.account.Origin.FromBatch;
import io.banku.account.RecordedEvent;
import io.banku.feed.BatchReader.Outcome;
import io.banku.log.AppendFailedException;
import io.banku.record.FramingException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes events of rejects of a batch that is in the log: what was asked for and not answered yet, in one transaction with
 * the batch's counts and controls. Cut off anywhere, it is simply run again: what is answered is not asked for any more.
 * One thread.
 */
final class Resubmission {
    private static final Logger LOG = LoggerFactory.getLogger(Resubmission.class);

    /** All their events are in one transaction, and it must not hide the log behind it for long. */
    private static final int MOST_RECORDS = 1_000;

    private static final int MOST_NAMED = 10;

    private final Ingest ingest;
    private final Ledger ledger;
    private final Batch batch;
    private final Instant now;

    /** @param batch all of its last snapshot */
    Resubmission(Ingest ingest, Ledger ledger, Batch batch) {
        this.ingest = ingest;
        this.ledger = ledger;
        this.batch = batch;
        this.now = ingest.clock().instant();
    }

    void run() throws IOException, AppendFailedException {
        TreeMap<Long, RejectLife> asked = new TreeMap<>();
        TreeMap<Long, RejectLife> answered = new TreeMap<>();
        ledger.known().lives(batch.id()).forEach((record, life) -> {
            if (life.state().isFinal()) {
                answered.put(record, life);
            } else if (life.request() != null && asked.size() < MOST_RECORDS) {
                asked.put(record, life);
            }
        });
        if (asked.isEmpty()) {
            return;
        }
        ingest.observer().resubmits(batch);
        Batch after;
        int events = 0;
        try {
            StagedFolder folder = folder();
            Map<String, String> versions = ledger.references().newest(folder.definition());
            Reread reread = reread(folder, asked, answered, versions);
            after = after(reread, asked, versions);
            events = reread.events().size();
            ledger.write(after, recorded(reread), repaired(reread, asked, versions));
        } catch (NotAsStagedException refused) {
            after = refuse(asked, refused.finding());
        } catch (EntriesGoneException refused) { // an old version's, which nobody has to keep
            after = refuse(asked, refused.finding());
        }
        LOG.info("{} {}: {}", batch.feed(), batch.file(), last(after).why());
        ingest.observer().published(after, events);
        ingest.directories().tidy(after);
    }

    private static Batch.Step last(Batch batch) {
        return batch.history().get(batch.history().size() - 1);
    }

    private StagedFolder folder() {
        Optional<Path> home = ingest.directories().found(batch);
        if (home.isEmpty()) {
            throw NotAsStagedException.gone("expected the folder of batch " + batch.id() + " in archive, found none");
        }
        StagedFolder folder = new StagedFolder(home.get(), batch);
        if (folder.definition().isReference()) {
            throw NotAsStagedException.notRepairable(
                    "BNK-5051",
                    "expected a feed that makes events, found a reference: its next file replaces all of it; have that"
                            + " one mended, or correct rejects as long as their batch is held");
        }
        if (folder.definition().uniqueDays().isPresent()) {
            throw NotAsStagedException.notRepairable(
                    "BNK-5051",
                    "expected a feed whose records may repeat each other, found one with 'unique': a reject of it can be"
                            + " corrected as long as its batch is held, and not yet when it is in the log");
        }
        return folder;
    }

    /** What is in the log stays looked up as it was; what is asked for is looked up in the newest versions. */
    private Reread reread(
            StagedFolder folder,
            Map<Long, RejectLife> asked,
            Map<Long, RejectLife> answered,
            Map<String, String> versions)
            throws IOException {
        Map<Long, byte[]> before = ledger.known().corrections(batch);
        TreeMap<Long, byte[]> then = new TreeMap<>(before);
        answered.forEach((record, life) -> put(then, record, life.correction()));
        asked.forEach((record, life) -> put(then, record, life.asked()));
        Map<Long, Map<String, String>> apart = new HashMap<>();
        if (!versions.isEmpty()) {
            asked.keySet().forEach(record -> apart.put(record, versions));
            answered.forEach((record, life) -> lookedUp(life).ifPresent(its -> apart.put(record, its)));
        }
        PassInput input = new PassInput(batch, folder, ledger.known(), ingest.directories(), ledger.references());
        try {
            return folder.use(file -> Reread.of(
                    batch, folder, input.with(before, Map.of()), input.with(then, apart), file, asked, answered));
        } catch (Reread.NoRecords changed) {
            FramingException where = changed.where();
            throw NotAsStagedException.changed("expected the records that are in the log, found at byte "
                    + where.fileOffset() + ": " + where.getMessage());
        }
    }

    private static Optional<Map<String, String>> lookedUp(RejectLife answered) {
        return Optional.ofNullable(answered.repaired()).map(Repaired::references);
    }

    private static void put(Map<Long, byte[]> records, long record, Repair correction) {
        if (correction != null) {
            records.put(record, BatchRepairs.bytes(correction));
        }
    }

    private List<RecordedEvent> recorded(Reread reread) {
        return reread.events().stream()
                .map(made -> new RecordedEvent(
                        batch.id() + "/" + made.record() + "/" + made.index(),
                        made.event(),
                        new FromBatch(batch.feed(), batch.id(), made.record()),
                        now))
                .toList();
    }

    private List<Repaired> repaired(Reread reread, Map<Long, RejectLife> asked, Map<String, String> versions) {
        List<Repaired> repaired = new ArrayList<>();
        asked.forEach((record, life) -> {
            Reread.Answer answer = reread.answers().get(record);
            repaired.add(repaired(record, life, outcome(answer.outcome()), answer.events(), answer.why(), versions));
        });
        return repaired;
    }

    private List<Repaired> refusals(Map<Long, RejectLife> asked, Finding why) {
        List<Repaired> refusals = new ArrayList<>();
        asked.forEach((record, life) ->
                refusals.add(repaired(record, life, Repaired.Outcome.REJECTED, 0, why.toString(), Map.of())));
        return refusals;
    }

    private Repaired repaired(
            long record,
            RejectLife life,
            Repaired.Outcome outcome,
            int events,
            String why,
            Map<String, String> versions) {
        String correction = life.asked() == null ? null : life.asked().id();
        return new Repaired(
                batch.feed(),
                batch.id(),
                record,
                life.request().id(),
                correction,
                outcome,
                events,
                why,
                versions.isEmpty() ? null : versions,
                now);
    }

    private static Repaired.Outcome outcome(Outcome outcome) {
        return switch (outcome) {
            case PUBLISHED -> Repaired.Outcome.PUBLISHED;
            case SKIPPED -> Repaired.Outcome.SKIPPED;
            case REJECTED -> Repaired.Outcome.REJECTED;
        };
    }

    private Batch after(Reread reread, Map<Long, RejectLife> asked, Map<String, String> versions) throws IOException {
        long good = reread.answers().values().stream()
                .filter(answer -> answer.outcome() != Outcome.REJECTED)
                .count();
        String still = good == asked.size() ? "" : ", " + (asked.size() - good) + " still rejected";
        BatchDraft draft = batch.change()
                .to(
                        BatchState.SEALED,
                        now,
                        "resubmitted " + told(asked) + ": " + good + " published" + still + lookedUp(versions));
        return draft.repaired(reread, now).snapshot();
    }

    private String lookedUp(Map<String, String> versions) throws IOException {
        return versions.isEmpty()
                ? ""
                : ", looked up in " + String.join("; ", ledger.references().told(versions));
    }

    private Batch refuse(Map<Long, RejectLife> asked, Finding why) throws AppendFailedException {
        Batch refused = batch.change()
                .to(BatchState.SEALED, now, "resubmitted " + told(asked) + ": nothing published: " + why)
                .snapshot();
        ledger.write(refused, List.of(), refusals(asked, why));
        return refused;
    }

    /** {@code record 19, 20 by anna: read it from the fax}. */
    private static String told(Map<Long, RejectLife> asked) {
        Set<String> why = new LinkedHashSet<>();
        asked.values()
                .forEach(life ->
                        why.add(life.request().by() + ": " + life.request().reason()));
        String records =
                asked.keySet().stream().limit(MOST_NAMED).map(String::valueOf).collect(Collectors.joining(", "));
        return (asked.size() == 1 ? "record " : asked.size() + " records ") + records
                + (asked.size() > MOST_NAMED ? ", …" : "") + " by "
                + Shortened.text(String.join("; ", why), 1_000);
    }
}
