package io.banku.record;

/** What a message adds when a framing does not fit: what the file's first bytes look like. */
interface Diagnosis {
    /** Where the question is being asked already. */
    Diagnosis NONE = head -> "";

    /** A sentence that begins with a full stop, or nothing. */
    String of(Head head);
}
