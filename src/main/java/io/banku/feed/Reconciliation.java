package io.banku.feed;

import io.banku.record.Oddities;
import java.util.List;
import java.util.OptionalLong;

/**
 * What checking a batch found out.
 *
 * @param oddities legal values that are unusual, in the records that are no rejects
 * @param sequence the batch's number in its feed's sequence, from the control with {@code previous + N}
 */
public record Reconciliation(
        List<ControlRow> controls, List<StructuralFault> faults, List<Oddities.Count> oddities, OptionalLong sequence) {
    public Reconciliation {
        controls = List.copyOf(controls);
        faults = List.copyOf(faults);
        oddities = List.copyOf(oddities);
    }

    /** Does it allow to publish? How many rejects are tolerated is asked elsewhere. */
    public boolean satisfies(Release release) {
        return faults.isEmpty()
                && controls.stream()
                        .allMatch(row -> row.state() == ControlRow.State.CLOSED
                                || row.state() == ControlRow.State.OPEN && release == Release.WHEN_BALANCED_OR_OPEN);
    }
}
