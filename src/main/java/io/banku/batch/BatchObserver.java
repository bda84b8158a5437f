package io.banku.batch;

/** Told what happens to batches: for metrics and for whoever watches. Must not throw. */
public interface BatchObserver {
    /** The batch came into another state, which is in the ledger. */
    default void moved(Batch batch) {}

    /** A file turned out to be one that was there before. */
    default void duplicate(String feed, String file, Finding note) {}

    default void unclaimed(String file, Finding note) {}

    /** Another chunk is in the log. */
    default void published(Batch batch, int events) {}

    /** Rejects of a batch that is in the log are about to be resubmitted. */
    default void resubmits(Batch batch) {}
}
