package io.banku.camel;

import io.banku.view.SlotState;
import java.util.List;
import java.util.stream.Collectors;

/** A request cannot be answered as it wishes; the message is the problem's detail. */
final class ProblemException extends RuntimeException {
    private final transient Problem problem;
    private final transient List<RequestFault> faults;

    ProblemException(Problem problem, String detail) {
        this(problem, detail, List.of());
    }

    private ProblemException(Problem problem, String detail, List<RequestFault> faults) {
        super(detail, null, false, false);
        this.problem = problem;
        this.faults = faults;
    }

    /** All that is wrong with the request. */
    static ProblemException malformed(List<RequestFault> faults) {
        String detail = faults.stream().map(RequestFault::toString).collect(Collectors.joining("; "));
        return new ProblemException(Problem.MALFORMED_REQUEST, detail, List.copyOf(faults));
    }

    /** Nobody is told anything that a slot holds while it is of a past that nobody asked for, or nothing in it is certain. */
    static void unlessCurrent(int partition, SlotState slot) {
        unlessWhole(partition, slot);
        if (slot.isRebuilding()) {
            throw rebuilding(partition, slot);
        }
    }

    /** Nor what its log says, when that has lost something of it. */
    static void unlessWhole(int partition, SlotState slot) {
        if (slot.lost().isPresent()) {
            throw new ProblemException(Problem.LOG_LOST, "partition " + partition + ": " + slot.gap());
        }
    }

    private static ProblemException rebuilding(int partition, SlotState slot) {
        return new ProblemException(
                Problem.VIEW_REBUILDING,
                "expected the view of partition " + partition + " at " + slot.rebuildingTo()
                        + ", where it stood before, found it "
                        + (slot.isEmptying() ? "being emptied" : "at " + slot.position()));
    }

    Problem problem() {
        return problem;
    }

    List<RequestFault> faults() {
        return faults;
    }
}
