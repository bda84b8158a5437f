package io.banku.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.banku.feed.ControlRow;
import io.banku.feed.Reject;
import io.banku.record.Oddities;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One file of a feed as the ledger knows it: a snapshot that is complete in itself, because the ledger keeps only the
 * last one. Immutable.
 *
 * @param id SHA-256 of feed, file name and content, in hex
 * @param attempt 1, or more when the same bytes came back after a refusal
 * @param revision grows with every snapshot of this id
 * @param sha256 of the content
 * @param definition SHA-256 of the feed definition that it is read by
 * @param arrival name of the folder that it arrived in
 * @param heldFor why it is held, or null
 * @param waived hold reasons that operators have released
 * @param decision id of the last operator's decision that was carried out, or null
 * @param sequence the feed's own number of this file, or null
 * @param counts what the check counted; read = 0 before it
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
        long size,
        String sha256,
        String definition,
        String arrival,
        BatchState state,
        HoldReason heldFor,
        List<Finding> findings,
        List<HoldReason> waived,
        String decision,
        LocalDate date,
        Long sequence,
        Counts counts,
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

    /** One reject as a report shows it; the whole of it, with its bytes, is in {@code banku.rejects}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RejectSummary(
            long record, long fileOffset, String code, String field, String picture, String hex, String reason) {
        static RejectSummary of(Reject reject) {
            return new RejectSummary(
                    reject.record(),
                    reject.fileOffset() + Math.max(0, reject.fieldOffset()),
                    reject.code(),
                    reject.field(),
                    reject.picture(),
                    reject.fieldHex(),
                    reject.reason());
        }

        /** {@code BNK-2006 TX-AMOUNT at record 19, byte 0x4C5, PIC S9(11)V99 COMP-3: expected …, found … [12 34 50]}. */
        @Override
        public String toString() {
            return code + (field == null ? " record " : " " + field + " at record ") + record + ", byte 0x"
                    + Long.toHexString(fileOffset).toUpperCase(Locale.ROOT)
                    + (picture == null ? "" : ", " + picture) + ": " + reason + (hex == null ? "" : " [" + hex + "]");
        }
    }

    public Batch {
        findings = findings == null ? List.of() : List.copyOf(findings);
        waived = waived == null ? List.of() : List.copyOf(waived);
        controls = controls == null ? List.of() : List.copyOf(controls);
        rejects = rejects == null ? List.of() : List.copyOf(rejects);
        oddities = oddities == null ? List.of() : List.copyOf(oddities);
        history = history == null ? List.of() : List.copyOf(history);
    }

    boolean isWaived(HoldReason reason) {
        return waived.contains(reason);
    }

    /** The folder that holds its file, in its state's directory. */
    String folderName() {
        return file + "-" + id.substring(0, 12) + (attempt == 1 ? "" : "-" + attempt);
    }

    Draft change() {
        return new Draft(this);
    }

    /** The next snapshot in the making. */
    static final class Draft {
        private final Batch from;
        private BatchState state;
        private HoldReason heldFor;
        private List<Finding> findings;
        private List<HoldReason> waived;
        private String decision;
        private Long sequence;
        private Counts counts;
        private List<ControlRow> controls;
        private List<RejectSummary> rejects;
        private List<Oddities.Count> oddities;
        private long done;
        private Durations durations;
        private List<Step> history;

        private Draft(Batch from) {
            this.from = from;
            this.state = from.state;
            this.heldFor = from.heldFor;
            this.findings = from.findings;
            this.waived = from.waived;
            this.decision = from.decision;
            this.sequence = from.sequence;
            this.counts = from.counts;
            this.controls = from.controls;
            this.rejects = from.rejects;
            this.oddities = from.oddities;
            this.done = from.done;
            this.durations = from.durations;
            this.history = from.history;
        }

        Draft to(BatchState next, Instant at, String why) {
            if (next != state || next != BatchState.PUBLISHING) {
                history = Stream.concat(history.stream(), Stream.of(new Step(state.to(next), at, why)))
                        .toList();
            }
            state = next;
            heldFor = null;
            return this;
        }

        Draft held(HoldReason reason, Instant at) {
            to(BatchState.HELD, at, reason.text());
            heldFor = reason;
            return this;
        }

        Draft checked(CheckResult result) {
            findings = result.findings();
            counts = result.counts();
            controls = result.controls();
            rejects = result.rejects();
            oddities = result.oddities();
            sequence = result.sequence().isPresent() ? result.sequence().getAsLong() : null;
            return this;
        }

        Draft found(Finding finding) {
            findings = new ArrayList<>(findings);
            findings.add(finding);
            return this;
        }

        Draft forgetFindings() {
            findings = List.of();
            return this;
        }

        Draft waive(HoldReason reason) {
            if (reason != null && !waived.contains(reason)) {
                waived = Stream.concat(waived.stream(), Stream.of(reason)).toList();
            }
            return this;
        }

        Draft decided(String id) {
            decision = id;
            return this;
        }

        Draft done(long records) {
            done = records;
            return this;
        }

        Draft took(Durations spent) {
            durations = spent;
            return this;
        }

        Batch snapshot() {
            return new Batch(
                    from.id,
                    from.attempt,
                    from.revision + 1,
                    from.feed,
                    from.file,
                    from.size,
                    from.sha256,
                    from.definition,
                    from.arrival,
                    state,
                    heldFor,
                    findings,
                    waived,
                    decision,
                    from.date,
                    sequence,
                    counts,
                    controls,
                    rejects,
                    oddities,
                    done,
                    durations,
                    history);
        }
    }
}
