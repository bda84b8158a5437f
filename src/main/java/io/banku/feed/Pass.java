package io.banku.feed;

/** Why a batch is read. Both map every record alike. */
public enum Pass {
    /** Counts and adds up for the controls, publishes nothing. */
    CHECK,
    /** Counts nothing: the controls were held before. */
    PUBLISH
}
