package io.banku.camel;

/** A request cannot be answered as it wishes; the message is the problem's detail. */
final class ProblemException extends RuntimeException {
    private final transient Problem problem;

    ProblemException(Problem problem, String detail) {
        super(detail, null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
