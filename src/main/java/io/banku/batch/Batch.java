package io.banku.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.banku.feed.ControlRow;
import io.banku.record.Oddities;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * One file of a feed as the ledger knows it: a snapshot that is complete in itself, because the ledger keeps only the
 * last one. Immutable.
 *
 * @param id SHA-256 of feed, identity and unpacked content, in hex
 * @param attempt 1, or more when the same bytes came back after a refusal
 * @param revision grows with every snapshot of this id
 * @param identity what makes it this one and no other among the feed's files, or null where that is its name
 * @param sha256 of the file's bytes
 * @param content SHA-256 of what is packed in the file, or null where nothing is
 * @param definition SHA-256 of the feed definition that it is read by
 * @param arrival name of the folder that it arrived in
 * @param heldFor why it is held or waits, or null
 * @param waitsFor feeds whose batches of its date it waits for, when it came to wait
 * @param waived hold reasons that operators have released
 * @param conflicts ids of batches that a release has to name, as it would publish again what is in the log of them
 * @param named ids of batches that operators have named when they released it
 * @param decision id of the last operator's decision that was carried out, or null
 * @param corrections id of the last {@link Repair} that its last check knew of, or null: by those up to there it is read
 * @param sequence the feed's own number of this file, or null
 * @param version of its feed's reference, counted from 1, once it is sealed; null unless the feed is one
 * @param references what was looked up in which version: the batch that is sealed there, by its feed
 * @param counts what the check counted; read = 0 before it
 * @param turnover what the events add up to that the check made; null before it, where amounts are private, and where a version
 *     of the bridge checked it that did not say it
 * @param done records that are in the log
 * @param rejects the first {@value #SHOWN_REJECTS} of them; offsets are the field's in the file
 * @param oddities legal values that are unusual, in the records that are no rejects
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Batch(
        String id,
        int attempt,
        int revision,
        String feed,
        String file,
        String identity,
        long size,
        String sha256,
        String content,
        String definition,
        String arrival,
        BatchState state,
        HoldReason heldFor,
        List<String> waitsFor,
        List<Finding> findings,
        List<HoldReason> waived,
        List<String> conflicts,
        List<String> named,
        String decision,
        String corrections,
        Long version,
        Map<String, String> references,
        LocalDate date,
        Long sequence,
        Counts counts,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Turnover> turnover,
        List<ControlRow> controls,
        List<RejectSummary> rejects,
        List<Oddities.Count> oddities,
        long done,
        Durations durations,
        List<Step> history) {

    static final int SHOWN_REJECTS = 20;

    /** When it came into a state. */
    public record Step(BatchState state, Instant at, String why) {}

    /** Milliseconds of work so far. */
    public record Durations(long checking, long publishing) {
        static final Durations NONE = new Durations(0, 0);
    }

    public Batch {
        waitsFor = waitsFor == null ? List.of() : List.copyOf(waitsFor);
        findings = findings == null ? List.of() : List.copyOf(findings);
        waived = waived == null ? List.of() : List.copyOf(waived);
        conflicts = conflicts == null ? List.of() : List.copyOf(conflicts);
        named = named == null ? List.of() : List.copyOf(named);
        turnover = turnover == null ? null : List.copyOf(turnover);
        references = references == null ? Map.of() : Map.copyOf(references);
        controls = controls == null ? List.of() : List.copyOf(controls);
        rejects = rejects == null ? List.of() : List.copyOf(rejects);
        oddities = oddities == null ? List.of() : List.copyOf(oddities);
        history = history == null ? List.of() : List.copyOf(history);
    }

    boolean isWaived(HoldReason reason) {
        return waived.contains(reason);
    }

    /** The folder that holds its file, in its state's directory: no longer than a name may be. */
    String folderName() {
        return folderName(attempt);
    }

    /** As it was at an earlier attempt. */
    String folderName(int earlier) {
        String tail = "-" + id.substring(0, 12) + (earlier == 1 ? "" : "-" + earlier);
        return FolderName.beginning(file, FolderName.MOST_BYTES - tail.length()) + tail;
    }

    /** Some of it is in the log, and not all: it can be completed, and nothing else. */
    public boolean isPartlyIn() {
        return done > 0 && state != BatchState.SEALED;
    }

    /** All of it that makes events is in the log, or will be: its number in the sequence is taken. */
    boolean isIn() {
        return done > 0 || state == BatchState.SEALED;
    }

    /** It goes no further by itself, or not yet: an operator may say what becomes of it. */
    public boolean isToBeDecided() {
        return state == BatchState.HELD || state == BatchState.WAITING;
    }

    /** It was found fit to be published, and is. */
    boolean isOnItsWay() {
        return state == BatchState.CHECKED || state == BatchState.PUBLISHING;
    }

    /** SHA-256 of what its records are read from, however that was packed. */
    String unpackedSha256() {
        return content == null ? sha256 : content;
    }

    /** What makes it this one and no other among the feed's files. */
    String label() {
        return identity == null ? file : identity;
    }

    /** It was read, and no record of it makes an event, nor would if it were corrected. */
    boolean makesNoEvents() {
        return (state == BatchState.SEALED || counts.read() > 0) && counts.events() == 0 && counts.rejected() == 0;
    }

    Instant movedAt() {
        return history.get(history.size() - 1).at();
    }

    /** What is not as its header or trailer says. */
    public List<ControlRow> openControls() {
        return controls.stream()
                .filter(row -> row.state() != ControlRow.State.CLOSED)
                .toList();
    }

    /** Of what is in the log: what it lacks or has too much. Its place in the sequence was decided when it was published. */
    public List<ControlRow> openSums() {
        return controls.stream()
                .filter(row -> row.state() != ControlRow.State.CLOSED && !row.comparesWithPrevious())
                .toList();
    }

    /** What lists and checks of other batches need of it; findings, rejects and the controls that are closed are left out. */
    Batch inShort() {
        boolean isShort = openControls().size() == controls.size();
        if (history.size() == 1 && findings.isEmpty() && isShort && rejects.isEmpty()) {
            return this;
        }
        return new Batch(
                id,
                attempt,
                revision,
                feed.intern(),
                file,
                identity,
                size,
                sha256,
                content,
                definition.intern(),
                arrival,
                state,
                heldFor,
                waitsFor,
                List.of(),
                List.of(),
                conflicts,
                named,
                decision,
                corrections,
                version,
                references,
                date,
                sequence,
                counts,
                turnover,
                openControls(),
                List.of(),
                List.of(),
                done,
                durations,
                history.subList(history.size() - 1, history.size()));
    }

    BatchDraft change() {
        return new BatchDraft(this);
    }
}
