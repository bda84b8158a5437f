package io.banku.record;

import java.util.Optional;

/** What a message adds when a framing does not fit: what the file's first bytes look like. */
interface Diagnosis {
    /** Where the question is being asked already. */
    Diagnosis NONE = head -> "";

    /** A sentence that begins with a full stop, or nothing. */
    String of(Head head);

    /** See {@link RecordSource#otherFraming}. */
    default Optional<Hint> otherFraming(Head head) {
        return Optional.empty();
    }

    /** See {@link RecordSource#otherEncoding}. */
    default Optional<Hint> otherEncoding(Head head) {
        return Optional.empty();
    }

    /** Whether the first records can have no other length than what was said. */
    default boolean isLengthRight(Head head) {
        return false;
    }
}
