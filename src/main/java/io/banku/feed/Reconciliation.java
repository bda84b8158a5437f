package io.banku.feed;

import io.banku.record.Oddities;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What checking a batch found out.
 *
 * @param oddities legal values that are unusual, in the records that are no rejects
 * @param turn the batch's place in its feed's sequence, from the control with {@code previous + N}
 */
public record Reconciliation(
        List<ControlRow> controls, List<StructuralFault> faults, List<Oddities.Count> oddities, Optional<Turn> turn) {
    public static final Reconciliation NOTHING = new Reconciliation(List.of(), List.of(), List.of(), Optional.empty());

    /**
     * @param control the name of the control that says it
     * @param number the batch's own number
     */
    public record Turn(String control, long number, Numbering.Place place) {}

    public Reconciliation {
        controls = List.copyOf(controls);
        faults = List.copyOf(faults);
        oddities = List.copyOf(oddities);
    }

    /** Does it allow to publish? How many rejects are tolerated is asked elsewhere. */
    public boolean satisfies(Release release) {
        return satisfiesButForTurn(release) && isInTurn();
    }

    /** As {@link #satisfies}, whatever its place in the sequence is. */
    public boolean satisfiesButForTurn(Release release) {
        return faults.isEmpty()
                && controls.stream()
                        .allMatch(row -> isTurn(row)
                                || row.state() == ControlRow.State.CLOSED
                                || row.state() == ControlRow.State.OPEN && release == Release.WHEN_BALANCED_OR_OPEN);
    }

    private boolean isTurn(ControlRow row) {
        return turn.filter(known -> known.control().equals(row.name())).isPresent();
    }

    private boolean isInTurn() {
        return turn.isEmpty() || turn.get().place().isInTurn();
    }

    /** The batch's own number. */
    public OptionalLong sequence() {
        return turn.map(known -> OptionalLong.of(known.number())).orElse(OptionalLong.empty());
    }
}
