package io.banku.feed;

import java.util.List;
import java.util.OptionalLong;

/**
 * What checking a batch found out.
 *
 * @param sequence the batch's number in its feed's sequence, from the control with {@code previous + N}
 */
public record Reconciliation(List<ControlRow> controls, List<StructuralFault> faults, OptionalLong sequence) {
    public Reconciliation {
        controls = List.copyOf(controls);
        faults = List.copyOf(faults);
    }

    /** Does it allow to publish? How many rejects are tolerated is asked elsewhere. */
    public boolean satisfies(Release release) {
        return faults.isEmpty()
                && controls.stream()
                        .allMatch(row -> row.state() == ControlRow.State.CLOSED
                                || row.state() == ControlRow.State.OPEN && release == Release.WHEN_BALANCED_OR_OPEN);
    }
}
