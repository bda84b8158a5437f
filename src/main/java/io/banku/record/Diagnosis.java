package io.banku.record;

/** What a message adds when a framing does not fit: what the file's first bytes look like. */
interface Diagnosis {
    /** Where the question is being asked already. */
    Diagnosis NONE = head -> "";

    /** A sentence that begins with a full stop, or nothing. */
    String of(Head head);

    /** What they look like where the framing does fit; empty where they may be what it says. */
    default String misfit(Head head, long rejects) {
        return "";
    }
}
