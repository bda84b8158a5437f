package io.banku.batch;

import io.banku.batch.Batch.Durations;
import io.banku.batch.Batch.Step;
import io.banku.feed.ControlRow;
import io.banku.feed.Reconciliation;
import io.banku.record.Oddities;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A batch's next snapshot in the making: what does not change is taken from the last one. One thread. */
final class BatchDraft {
    private final Batch from;
    private BatchState state;
    private HoldReason heldFor;
    private List<String> waitsFor;
    private List<Finding> findings;
    private List<HoldReason> waived;
    private List<String> conflicts;
    private List<String> named;
    private String decision;
    private String corrections;
    private Long version;
    private Map<String, String> references;
    private Long sequence;
    private Counts counts;
    private List<Turnover> turnover;
    private List<ControlRow> controls;
    private List<RejectSummary> rejects;
    private List<Oddities.Count> oddities;
    private long done;
    private Durations durations;
    private List<Step> history;

    BatchDraft(Batch from) {
        this.from = from;
        this.state = from.state();
        this.heldFor = from.heldFor();
        this.waitsFor = from.waitsFor();
        this.findings = from.findings();
        this.waived = from.waived();
        this.conflicts = from.conflicts();
        this.named = from.named();
        this.decision = from.decision();
        this.corrections = from.corrections();
        this.version = from.version();
        this.references = from.references();
        this.sequence = from.sequence();
        this.counts = from.counts();
        this.turnover = from.turnover();
        this.controls = from.controls();
        this.rejects = from.rejects();
        this.oddities = from.oddities();
        this.done = from.done();
        this.durations = from.durations();
        this.history = from.history();
    }

    /** @throws IllegalStateException when there is no such way, or records are in the log and it would end without them */
    BatchDraft to(BatchState next, Instant at, String why) {
        if (next == BatchState.REFUSED && done > 0) {
            throw new IllegalStateException("expected a batch to refuse of which nothing is in the log, found " + done
                    + " records of " + from.id());
        }
        if (next != state || next != BatchState.PUBLISHING) {
            history = Stream.concat(history.stream(), Stream.of(new Step(state.to(next), at, why)))
                    .toList();
        }
        state = next;
        heldFor = null;
        waitsFor = List.of();
        conflicts = List.of();
        return this;
    }

    BatchDraft held(HoldReason reason, Instant at) {
        to(BatchState.HELD, at, reason.text());
        heldFor = reason;
        return this;
    }

    /** It waits for batches of other feeds, which are not in the log yet. */
    BatchDraft waits(HoldReason reason, List<Awaited> others, Instant at) {
        to(BatchState.WAITING, at, "for " + others.stream().map(Awaited::told).collect(Collectors.joining("; ")));
        heldFor = reason;
        waitsFor = others.stream().map(Awaited::feed).toList();
        return this;
    }

    /** Held or waiting as before, and for the same: what an operator said could not be carried out. */
    BatchDraft heldStill(Instant at, String why) {
        HoldReason reason = heldFor;
        List<String> toName = conflicts;
        List<String> others = waitsFor;
        to(state == BatchState.WAITING ? BatchState.WAITING : BatchState.HELD, at, why);
        heldFor = reason;
        conflicts = toName;
        waitsFor = others;
        return this;
    }

    /** To be released only by who names these batches. */
    BatchDraft unlessNamed(List<String> batches) {
        conflicts = batches;
        return this;
    }

    BatchDraft checked(CheckResult result) {
        result.findings().forEach(this::found);
        counts = result.counts();
        turnover = result.turnover();
        controls = result.controls().stream().map(Shortened::control).toList();
        rejects = result.rejects();
        oddities = result.oddities();
        sequence = result.turn().map(Reconciliation.Turn::number).orElse(null);
        return this;
    }

    /** Found again it is not told twice, and counts as not released. */
    BatchDraft found(Finding finding) {
        findings = new ArrayList<>(findings);
        findings.removeIf(earlier -> earlier.saysTheSameAs(finding));
        findings.add(finding);
        return this;
    }

    /** Controls that look at other batches stay as they were; what a control was told for is past where it closes now. */
    BatchDraft repaired(Reread reread, Instant at) {
        Set<String> fixed =
                reread.controls().turn().map(turn -> Set.of(turn.control())).orElse(Set.of());
        Map<String, ControlRow> now = new HashMap<>();
        reread.controls().controls().forEach(row -> now.put(row.name(), Shortened.control(row)));
        controls = controls.stream()
                .map(row -> fixed.contains(row.name()) ? row : now.getOrDefault(row.name(), row))
                .toList();
        Set<String> open = reread.controls().controls().stream()
                .filter(row -> row.state() != ControlRow.State.CLOSED && !fixed.contains(row.name()))
                .map(row -> Check.finding(row).toString())
                .collect(Collectors.toSet());
        findings = findings.stream()
                .map(finding -> open.contains(finding.toString()) || finding.released() != null
                        ? finding
                        : finding.released(at))
                .toList();
        reread.controls().controls().stream()
                .filter(row -> row.state() != ControlRow.State.CLOSED && !fixed.contains(row.name()))
                .forEach(row -> found(Check.finding(row)));
        counts = reread.counts();
        turnover = turnover == null ? null : Turnover.sum(Stream.concat(turnover.stream(), reread.turnover().stream()));
        rejects = reread.rejects();
        oddities = reread.controls().oddities();
        return this;
    }

    /** What was found stays found: a release says only that somebody has seen it. */
    BatchDraft releaseFindings(Instant at) {
        findings = findings.stream().map(finding -> finding.released(at)).toList();
        return this;
    }

    BatchDraft waive(HoldReason reason) {
        if (reason != null && !waived.contains(reason)) {
            waived = Stream.concat(waived.stream(), Stream.of(reason)).toList();
        }
        return this;
    }

    BatchDraft name(List<String> batches) {
        Set<String> all = new LinkedHashSet<>(named);
        all.addAll(batches);
        named = List.copyOf(all);
        return this;
    }

    BatchDraft decided(String id) {
        decision = id;
        return this;
    }

    BatchDraft corrected(String lastRepair) {
        corrections = lastRepair;
        return this;
    }

    /** Another batch has its place in the sequence, and keeps it. */
    BatchDraft withoutNumber() {
        sequence = null;
        return this;
    }

    /** Null leaves it without one. */
    BatchDraft version(Long number) {
        version = number;
        return this;
    }

    BatchDraft references(Map<String, String> lookedUp) {
        references = lookedUp;
        return this;
    }

    BatchDraft done(long records) {
        done = records;
        return this;
    }

    BatchDraft took(Durations spent) {
        durations = spent;
        return this;
    }

    Batch snapshot() {
        return new Batch(
                from.id(),
                from.attempt(),
                from.revision() + 1,
                from.feed(),
                from.file(),
                from.identity(),
                from.size(),
                from.sha256(),
                from.content(),
                from.definition(),
                from.arrival(),
                state,
                heldFor,
                waitsFor,
                findings,
                waived,
                conflicts,
                named,
                decision,
                corrections,
                version,
                references,
                from.date(),
                sequence,
                counts,
                turnover,
                controls,
                rejects,
                oddities,
                done,
                durations,
                history);
    }
}
