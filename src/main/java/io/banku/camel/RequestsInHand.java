package io.banku.camel;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts the requests that a process has taken in and not answered, so that they cannot become ever more. Thread-safe. */
public final class RequestsInHand {
    private final int most;
    private final AtomicInteger now = new AtomicInteger();

    public RequestsInHand(int most) {
        this.most = most;
    }

    /** How many there are. */
    public int now() {
        return now.get();
    }

    /** @throws ProblemException when there are as many as there may be: this one is not taken */
    void take() {
        if (now.incrementAndGet() > most) {
            now.decrementAndGet();
            throw new ProblemException(
                    Problem.TOO_MANY_REQUESTS,
                    "expected at most " + most + " requests in hand, found as many before it");
        }
    }

    /** Once for each that was taken, when it is answered. */
    void done() {
        now.decrementAndGet();
    }
}
