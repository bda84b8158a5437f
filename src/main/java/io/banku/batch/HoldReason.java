package io.banku.batch;

import java.util.Locale;

/** Why a batch waits for an operator. Released, this reason does not hold the batch again. */
public enum HoldReason {
    /** It waits for the batch of another feed, and goes on by itself when that one is in the log. */
    ANOTHER_FEED,
    /** It waits for the first file of a reference that it looks something up in. */
    REFERENCE,
    SUSPECTED_DUPLICATE,
    NAME_CONFLICT,
    OUT_OF_BALANCE,
    /** It waits for the batch before it in the sequence, and for nothing else. */
    MISSING_PREDECESSOR,
    /** Its number in the sequence is that of a batch that is in the log. */
    NUMBER_TAKEN,
    REJECTS,
    /** Which records of another batch are in the log is not known: they cannot be compared. */
    KEYS_MISSING,
    /** Released with another file or none in its place, it is held again. */
    FILE_CHANGED,
    /** As {@link #FILE_CHANGED}, of the definition beside the file. */
    DEFINITION_CHANGED,
    /** A record of it is larger than Kafka takes. */
    TOO_LARGE;

    /** What lies in its folder is to be put right: the same file, come again, does that too. */
    boolean isOfItsFolder() {
        return this == FILE_CHANGED || this == DEFINITION_CHANGED;
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
