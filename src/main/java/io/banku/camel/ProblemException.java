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

    /** What the slot holds is of a past that nobody asked for. */
    static ProblemException rebuilding(int partition, SlotState slot) {
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
