package io.banku.bench.latency;

/**
 * One of the requests of a schedule, with its answer. All moments are nanoseconds of the same {@link Clock}.
 *
 * @param due when the schedule wanted it to be sent
 * @param sent when it was: later, when the generator or the bound of those under way kept it
 */
record Arrival<T>(long due, long sent, long ended, T answer) {
    /** Whoever kept it from being sent, it waited since it was due. */
    long took() {
        return ended - due;
    }

    long sentLate() {
        return sent - due;
    }
}
