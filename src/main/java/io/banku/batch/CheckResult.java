package io.banku.batch;

import io.banku.feed.ControlRow;
import io.banku.feed.Reconciliation;
import io.banku.record.Oddities;
import java.util.List;
import java.util.Optional;

/**
 * What reading a file from end to end showed.
 *
 * @param turnover null where amounts are private
 * @param findings structural faults and failed controls, one each
 * @param unreadable the file does not fall into records, or is empty and must not be: nothing can be published
 * @param balanced the feed's release rule is met as far as header, trailer and controls go; its turn is another matter
 * @param rejects the first few
 * @param oddities legal values that are unusual
 * @param turn its place in the feed's sequence
 */
public record CheckResult(
        Counts counts,
        List<Turnover> turnover,
        List<Finding> findings,
        boolean unreadable,
        boolean balanced,
        List<ControlRow> controls,
        List<RejectSummary> rejects,
        List<Oddities.Count> oddities,
        Optional<Reconciliation.Turn> turn) {}
